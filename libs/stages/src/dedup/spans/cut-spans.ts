import {unpackHashes} from './span-hashes.ts';

/** A text without some of its parts. */
export interface CutText {
	readonly text: string;
	/** Parts that are gone. */
	readonly removed: number;
}

/**
 * A text without the parts that repeated spans cover. A span is `width` parts from the part of its index on; `parts`
 * joined are the text. Where a span stands several times in the text itself, all but `copies` of them go; those in
 * `repeated` go wherever they stand.
 */
export function cutSpans(
	parts: readonly string[],
	spans: Iterable<bigint | null>,
	{
		width,
		copies,
		repeated,
	}: {readonly width: number; readonly copies: number; readonly repeated: Uint8Array | null},
): CutText {
	const elsewhere = unpackHashes(repeated ?? new Uint8Array(0));
	const times = new Map<bigint, number>();
	const gone = new Uint8Array(parts.length);
	let removed = 0;
	let at = -1;
	// Windows overlap, so each part is looked at once.
	let until = 0;
	for (const hash of spans) {
		at++;
		if (hash === null) continue;
		const before = times.get(hash) ?? 0;
		times.set(hash, before + 1);
		if (!elsewhere.has(hash) && before < Math.max(1, copies)) continue;
		const end = Math.min(parts.length, at + width);
		removed += Math.max(0, end - Math.max(at, until));
		gone.fill(1, Math.max(at, until), end);
		until = end;
	}
	return {text: removed === 0 ? parts.join('') : parts.filter((_, at) => gone[at] === 0).join(''), removed};
}
