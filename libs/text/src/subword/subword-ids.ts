import {MillraceError} from '@millrace/core';
import type {SubwordTokenizer} from './subword-tokenizer.ts';

export interface SubwordIdsOptions {
	/**
	 * `document` (the default): one BOS where the base names one, the text, one EOS; `tokenizer`: what the post-processor
	 * adds, as `encode(text)` in Python; `none`: the text alone.
	 */
	readonly special?: 'document' | 'tokenizer' | 'none';
	/** Whether special tokens written in a text are plain text, the default, or become their ids. */
	readonly specialsInText?: 'text' | 'ids';
}

/** Ids of texts, with the special tokens of a document around them. Throws a MillraceError `usage` where the base names no EOS. */
export async function subwordIds(
	tokenizer: SubwordTokenizer,
	texts: readonly string[],
	{special = 'document', specialsInText = 'text'}: SubwordIdsOptions = {},
): Promise<readonly Int32Array[]> {
	if (special !== 'document')
		return tokenizer.encode(texts, {addSpecials: special === 'tokenizer', specialsInText});
	const bos = idOf(tokenizer, 'bos_token');
	const eos = idOf(tokenizer, 'eos_token');
	if (eos === undefined)
		throw new MillraceError(
			'usage',
			`subword ids: expected the base to name its eos_token, which ends a document, found ${Object.keys(tokenizer.specials).join(', ') || 'no special token'}; put tokenizer_config.json beside tokenizer.json, or use special: 'tokenizer' or 'none'.`,
		);
	const encoded = await tokenizer.encode(texts, {specialsInText});
	return encoded.map((ids) => framed(ids, bos, eos));
}

function framed(ids: Int32Array, bos: number | undefined, eos: number): Int32Array {
	let start = 0;
	let end = ids.length;
	while (start < end && ids[start] === bos) start++;
	while (end > start && ids[end - 1] === eos) end--;
	const front = bos === undefined ? 0 : 1;
	const framed = new Int32Array(front + end - start + 1);
	if (bos !== undefined) framed[0] = bos;
	framed.set(ids.subarray(start, end), front);
	framed[framed.length - 1] = eos;
	return framed;
}

function idOf(tokenizer: SubwordTokenizer, role: 'bos_token' | 'eos_token'): number | undefined {
	const token = tokenizer.specials[role];
	const id = token === undefined ? undefined : tokenizer.tokenId(token);
	if (token !== undefined && id === undefined)
		throw new MillraceError(
			'usage',
			`subword ids: expected the ${role} ${JSON.stringify(token)} that tokenizer_config.json names to be in the vocabulary of tokenizer.json, found that it is not; the two files are of different bases.`,
		);
	return id;
}
