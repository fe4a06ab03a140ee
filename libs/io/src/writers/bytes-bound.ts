import type {Leaf} from './parquet-leaves.ts';

/** One end of the range of a column; not exact where it was shortened, outwards. */
export interface Bound {
	readonly bytes: Uint8Array;
	readonly exact: boolean;
}

/** Bytes of a bound at most, as other writers of Parquet have it. */
const longest = 64;

/** A lower bound of at most 64 bytes; that of text is text. */
export function leastPrefix(kind: Leaf['kind'], value: Uint8Array): Bound {
	const bytes = prefix(kind, value);
	return {bytes, exact: bytes.length === value.length};
}

/** An upper bound of at most 64 bytes; that of text is text. Undefined where no prefix can be raised. */
export function mostPrefix(kind: Leaf['kind'], value: Uint8Array): Bound | undefined {
	const bytes = prefix(kind, value);
	if (bytes.length === value.length) return {bytes, exact: true};
	const raised = kind === 'utf8' ? raisedText(bytes) : raisedBytes(bytes);
	return raised && {bytes: raised, exact: false};
}

function prefix(kind: Leaf['kind'], value: Uint8Array): Uint8Array {
	let end = Math.min(value.length, longest);
	// A byte of 10xxxxxx goes on with a character.
	if (kind === 'utf8' && end < value.length) while (end > 0 && ((value[end] ?? 0) & 0xc0) === 0x80) end--;
	return value.subarray(0, end);
}

function raisedBytes(bytes: Uint8Array): Uint8Array | undefined {
	const last = bytes.findLastIndex((byte) => byte < 255);
	if (last < 0) return undefined;
	const raised = bytes.slice(0, last + 1);
	raised[last] = (raised[last] ?? 0) + 1;
	return raised;
}

function raisedText(bytes: Uint8Array): Uint8Array | undefined {
	const points = Array.from(Buffer.from(bytes).toString(), (character) => character.codePointAt(0) ?? 0);
	const last = points.findLastIndex((point) => point < 0x10ffff);
	if (last < 0) return undefined;
	// Surrogates are no characters.
	const next = points[last] === 0xd7ff ? 0xe000 : (points[last] ?? 0) + 1;
	return Buffer.from(String.fromCodePoint(...points.slice(0, last), next));
}
