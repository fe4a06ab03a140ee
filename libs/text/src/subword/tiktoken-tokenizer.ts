import {bpeEncoder, splitRegex, type BpeEncoder, type BpeModel} from '@millrace/kernels';
import {literalPattern} from '../literal-pattern.ts';
import {characterClasses} from './character-classes.ts';
import type {SubwordTokenizer, TokenSpans} from './subword-tokenizer.ts';
import type {TiktokenOptions} from './tiktoken-file.ts';

/** A tokenizer of ranks by token, the bytes of a token being the characters of its string. */
export function tiktokenTokenizer(
	ranks: ReadonlyMap<string, number>,
	{split, special = {}, roles = {}}: TiktokenOptions,
): SubwordTokenizer {
	const encoder = bpeEncoder(modelOf(ranks, split));
	const specialIds = new Map(Object.entries(special));
	const tokens = new Map([...ranks].map(([token, id]) => [id, token]));
	for (const [token, id] of specialIds) tokens.set(id, Buffer.from(token).toString('latin1'));
	const names = new Map([...specialIds].map(([token, id]) => [id, token]));
	const ids = [...tokens.keys()];
	const plain = (text: string): ArrayLike<number> => encoder.encode(text) ?? byWords(encoder, text, split);
	const cut = splitter([...specialIds.keys()]);
	const encoded = (text: string, written: 'ids' | 'text'): Int32Array =>
		Int32Array.from(
			written === 'text' || specialIds.size === 0
				? Array.from(plain(text))
				: cut(text).flatMap((part) => {
						const id = specialIds.get(part);
						return id === undefined ? Array.from(plain(part)) : [id];
					}),
		);
	const bytesOf = (given: Iterable<number>, skipSpecials: boolean): Buffer =>
		Buffer.from(
			[...given].map((id) => (skipSpecials && names.has(id) ? '' : (tokens.get(id) ?? ''))).join(''),
			'latin1',
		);
	return {
		vocabularySize: tokens.size,
		idLimit: ids.reduce((most, id) => Math.max(most, id + 1), 0),
		added: [...specialIds].map(([content, id]) => ({id, content, special: true})),
		specials: roles,
		encode: (texts, {specialsInText = 'ids'} = {}) =>
			Promise.resolve(texts.map((text) => encoded(text, specialsInText))),
		encodeSpans: (texts) =>
			Promise.resolve(
				texts.map((text) => spansOf(text, encoded(text, 'ids'), (id) => tokens.get(id)?.length ?? 0)),
			),
		decode: (given, {skipSpecials = false} = {}) =>
			Promise.resolve(bytesOf(given, skipSpecials).toString('utf8')),
		tokenId: (token) => specialIds.get(token) ?? ranks.get(Buffer.from(token).toString('latin1')),
		idToken: (id) => {
			const token = tokens.get(id);
			return token === undefined ? undefined : Buffer.from(token, 'latin1').toString('utf8');
		},
	};
}

/** Any two tokens merge whose bytes together are a token; its rank, which is its id, says how early. */
function modelOf(ranks: ReadonlyMap<string, number>, split: TiktokenOptions['split']): BpeModel {
	const merges: number[] = [];
	for (const [token, id] of ranks)
		for (let at = 1; at < token.length; at++) {
			const left = ranks.get(token.slice(0, at));
			const right = ranks.get(token.slice(at));
			if (left !== undefined && right !== undefined) merges.push(left, right, id, id);
		}
	return {
		classes: characterClasses(),
		split,
		bytes: Array.from({length: 256}, (_, byte) => ranks.get(String.fromCharCode(byte)) ?? -1),
		merges: Int32Array.from(merges),
		words: [...ranks].map(([token, id]) => ({bytes: Buffer.from(token, 'latin1'), id})),
	};
}

/** For texts with characters of which it is not sure that every Unicode version reads them alike: this one's reading. */
function byWords(encoder: BpeEncoder, text: string, split: TiktokenOptions['split']): number[] {
	return (text.match(splitRegex[split]) ?? []).flatMap((word) => [...encoder.encodeWord(Buffer.from(word))]);
}

/** Cuts a text at special tokens, the longest where several begin at one place. */
function splitter(special: readonly string[]): (text: string) => readonly string[] {
	const longestFirst = [...special].sort((a, b) => b.length - a.length);
	const pattern = new RegExp(`(${longestFirst.map(literalPattern).join('|')})`);
	return (text) => text.split(pattern).filter((part) => part !== '');
}

/** The UTF-16 range of each token; one that ends within a character covers it, and the next begins at its end. */
function spansOf(text: string, ids: Int32Array, lengthOf: (id: number) => number): TokenSpans {
	const ends = new Int32Array(ids.length);
	const starts = new Int32Array(ids.length);
	let [unit, byte, end] = [0, 0, 0];
	for (const [index, id] of ids.entries()) {
		starts[index] = unit;
		end += lengthOf(id);
		while (byte < end && unit < text.length) {
			const point = text.codePointAt(unit) ?? 0;
			byte += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
			unit += point > 0xffff ? 2 : 1;
		}
		ends[index] = unit;
	}
	return {ids, starts, ends};
}
