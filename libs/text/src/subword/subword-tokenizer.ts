import {MillraceError} from '@millrace/core';
import type {Encoding, Tokenizer} from 'tokenizers';
import {addedTokens, withoutSpecials, type AddedToken} from './added-tokens.ts';
import {cutText} from './cut-text.ts';
import {kernelEncoder, type KernelEncoder} from './kernel-encoder.ts';
import {cutsAreSafe} from './safe-cuts.ts';
import type {SpecialTokens} from './special-tokens.ts';
import {withoutDropout} from './without-dropout.ts';

/** A tokenizer of a base model: the ids of the reference implementation, which a kernel makes where it is exact. */
export interface SubwordTokenizer {
	/** Ids that the vocabulary holds, added tokens included; every id is below `idLimit`. */
	readonly vocabularySize: number;
	/** One more than the largest id: rows that an embedding needs. */
	readonly idLimit: number;
	/** Tokens that text is searched for before the model sees it, special or not. */
	readonly added: readonly AddedToken[];
	readonly specials: SpecialTokens;
	/** Ids of texts, in order. Nothing is truncated or padded, whatever the file says. */
	encode(texts: readonly string[], options?: EncodeOptions): Promise<readonly Int32Array[]>;
	/** Ids of texts, with the UTF-16 range of each token in its text: `starts[i]` to `ends[i]`. */
	encodeSpans(texts: readonly string[]): Promise<readonly TokenSpans[]>;
	decode(ids: Iterable<number>, options?: {readonly skipSpecials?: boolean}): Promise<string>;
	tokenId(token: string): number | undefined;
	idToken(id: number): string | undefined;
}

export interface EncodeOptions {
	/** Whether to add what the tokenizer's post-processor adds, such as `<s>` or `[CLS]`; false by default. */
	readonly addSpecials?: boolean;
	/** Whether special tokens written out in a text become their ids, as they do by default, or plain text. */
	readonly specialsInText?: 'ids' | 'text';
}

export interface TokenSpans {
	readonly ids: Int32Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
}

/** Makes a tokenizer of the bytes of a `tokenizer.json`; throws a MillraceError `usage` where the binding refuses it. */
export async function subwordTokenizer(
	path: string,
	bytes: Uint8Array,
	specials: SpecialTokens,
): Promise<SubwordTokenizer> {
	const text = withoutDropout(Buffer.from(bytes).toString('utf8'));
	const native = await nativeTokenizer(path, text);
	const added = addedTokens(text);
	let plain: Promise<Tokenizer> | undefined;
	const ids = Object.values(native.getVocab(true));
	const safe = cutsAreSafe(text);
	const frame = await frameOf(native);
	const encodeNatively = async (
		texts: readonly string[],
		{addSpecials = false, specialsInText = 'ids'}: EncodeOptions,
	): Promise<readonly Int32Array[]> => {
		const tokenizer =
			specialsInText === 'ids' ? native : await (plain ??= nativeTokenizer(path, withoutSpecials(text)));
		const pieces = texts.map((whole) =>
			safe && frame && whole.length > partLength ? [...cutText(whole, partLength)] : [whole],
		);
		const long = pieces.some((cut) => cut.length > 1);
		const found: Int32Array[] = [];
		for (const part of parts(pieces.flat()))
			for (const encoding of await tokenizer.encodeBatch(part, {addSpecialTokens: addSpecials && !long}))
				found.push(Int32Array.from(encoding.getIds()));
		if (!long) return found;
		const around = addSpecials ? frame : undefined;
		let next = 0;
		return pieces.map(({length}) =>
			joined([around?.before ?? [], ...found.slice(next, (next += length)), around?.after ?? []]),
		);
	};
	const kernels = new Map<EncodeOptions['specialsInText'], KernelEncoder | undefined>();
	const kernelOf = (specialsInText: EncodeOptions['specialsInText']): KernelEncoder | undefined => {
		if (!kernels.has(specialsInText))
			kernels.set(specialsInText, kernelEncoder(specialsInText === 'ids' ? text : withoutSpecials(text)));
		return kernels.get(specialsInText);
	};
	const encode = async (
		texts: readonly string[],
		{addSpecials = false, specialsInText = 'ids'}: EncodeOptions = {},
	): Promise<readonly Int32Array[]> => {
		const kernel = addSpecials && !frame ? undefined : kernelOf(specialsInText);
		const found = texts.map((given) => {
			const ids = kernel?.(given);
			return ids && addSpecials ? joined([frame?.before ?? [], ids, frame?.after ?? []]) : ids;
		});
		const left = found.flatMap((ids, index) => (ids ? [] : [index]));
		const natively = await encodeNatively(
			left.map((index) => texts[index] ?? ''),
			{addSpecials, specialsInText},
		);
		for (const [at, index] of left.entries()) found[index] = natively[at];
		return found.map((ids) => ids ?? new Int32Array());
	};
	return {
		vocabularySize: native.getVocabSize(true),
		idLimit: ids.reduce((most, id) => Math.max(most, id + 1), 0),
		added,
		specials,
		encode,
		async encodeSpans(texts) {
			const found: TokenSpans[] = [];
			for (const part of parts(texts)) {
				const encodings = await native.encodeBatch(part, {addSpecialTokens: false});
				for (const [index, encoding] of encodings.entries()) found.push(spansOf(encoding, part[index] ?? ''));
			}
			return found;
		},
		decode: (given, {skipSpecials = false} = {}) => native.decode([...given], skipSpecials),
		tokenId: (token) => native.tokenToId(token) ?? undefined,
		idToken: (id) => native.idToToken(id) ?? undefined,
	};
}

async function nativeTokenizer(path: string, text: string): Promise<Tokenizer> {
	const {Tokenizer} = await import('tokenizers');
	try {
		const tokenizer = Tokenizer.fromString(text);
		// A file saved after a truncated call carries that length; documents are never cut silently.
		tokenizer.disableTruncation();
		tokenizer.disablePadding();
		return tokenizer;
	} catch (cause) {
		throw new MillraceError(
			'usage',
			`${path}: expected a tokenizer.json that tokenizers 0.23 reads, found one that it refuses (${cause instanceof Error ? cause.message : String(cause)}); save it again with a current version of Python tokenizers.`,
			{cause},
		);
	}
}

/** What the post-processor adds before and after a text; undefined where it does not merely add. */
async function frameOf(
	tokenizer: Tokenizer,
): Promise<{readonly before: readonly number[]; readonly after: readonly number[]} | undefined> {
	const text = 'a';
	const plain = (await tokenizer.encode(text, null, {addSpecialTokens: false})).getIds();
	const framed = (await tokenizer.encode(text, null, {addSpecialTokens: true})).getIds();
	for (let at = 0; at + plain.length <= framed.length; at++)
		if (plain.length > 0 && plain.every((id, index) => framed[at + index] === id))
			return {before: framed.slice(0, at), after: framed.slice(at + plain.length)};
	return undefined;
}

function joined(parts: readonly ArrayLike<number>[]): Int32Array {
	const all = new Int32Array(parts.reduce((sum, {length}) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** Encodings take some hundred bytes a token outside the heap, so texts are handed over a few at a time. */
function* parts(texts: readonly string[]): Generator<string[]> {
	let part: string[] = [];
	let length = 0;
	for (const text of texts) {
		part.push(text);
		if ((length += text.length) < partLength) continue;
		yield part;
		part = [];
		length = 0;
	}
	if (part.length > 0) yield part;
}

const partLength = 1 << 18;

/** The binding counts offsets in code points. */
function spansOf(encoding: Encoding, text: string): TokenSpans {
	const ids = Int32Array.from(encoding.getIds());
	const starts = new Int32Array(ids.length);
	const ends = new Int32Array(ids.length);
	const units = unitOffsets(text);
	for (const [index, [start = 0, end = 0]] of encoding.getOffsets().entries()) {
		starts[index] = units ? (units[start] ?? text.length) : start;
		ends[index] = units ? (units[end] ?? text.length) : end;
	}
	return {ids, starts, ends};
}

/** For each code point where its UTF-16 unit stands; undefined where both counts agree. */
function unitOffsets(text: string): Int32Array | undefined {
	if (!/[\ud800-\udbff]/.test(text)) return undefined;
	const units = new Int32Array(text.length + 1);
	let point = 0;
	for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1)
		units[point++] = unit;
	units[point] = text.length;
	return units.subarray(0, point + 1);
}
