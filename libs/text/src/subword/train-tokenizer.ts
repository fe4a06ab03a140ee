import {mkdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {byteLetters} from './byte-letters.ts';
import {countWords} from './count-words.ts';
import {learnMerges, type LearntMerges} from './learn-merges.ts';
import type {SpecialTokens} from './special-tokens.ts';
import {splitPatterns} from './split-patterns.ts';

export interface TrainTokenizerOptions {
	readonly texts: AsyncIterable<string> | Iterable<string>;
	/** The kind of model; byte-level byte-pair encoding, which knows every text, is what there is. */
	readonly kind?: 'byte-level-bpe';
	/** Tokens in all, special ones and the 256 bytes included; 32,000 by default. A small corpus gives fewer. */
	readonly vocabularySize?: number;
	/** Tokens by their role; `{eos_token: '<|endoftext|>'}` by default. A `bos_token` is put before every text. */
	readonly specials?: SpecialTokens;
	/** Other control tokens, such as those of a chat template. */
	readonly moreSpecials?: readonly string[];
	/** How text is cut into words; `llama3` by default, which cuts numbers in threes. */
	readonly split?: 'llama3' | 'gpt2';
	/** Rarer pairs are not merged; 2 by default. */
	readonly minFrequency?: number;
	/** Distinct words held in memory; beyond it the rarest do not count. A million by default, about 150 MB. */
	readonly mostWords?: number;
}

export interface TrainedTokenizer {
	/** The text of `tokenizer.json`. */
	readonly tokenizer: string;
	/** The text of `tokenizer_config.json`, which names the special tokens. */
	readonly config: string;
	readonly vocabularySize: number;
	/** Distinct words that were learnt from. */
	readonly words: number;
}

/**
 * Trains a tokenizer: equal texts, in any order, give equal bytes, and the merges are those of the trainer of Hugging
 * Face tokenizers. Throws a MillraceError `usage` where there is no text, or no room in the vocabulary.
 */
export async function trainTokenizer({
	texts,
	vocabularySize = 32000,
	specials = {eos_token: '<|endoftext|>'},
	moreSpecials = [],
	split = 'llama3',
	minFrequency = 2,
	mostWords = 1_000_000,
}: TrainTokenizerOptions): Promise<TrainedTokenizer> {
	const special = [...new Set([...Object.values(specials), ...moreSpecials])];
	if (!Number.isInteger(vocabularySize) || vocabularySize < special.length + 256)
		throw new MillraceError(
			'usage',
			`train tokenizer: expected a vocabulary of at least ${special.length + 256} (256 bytes and ${special.length} special tokens), found ${vocabularySize}; raise vocabularySize.`,
		);
	const {words, pretokenizer} = splitPatterns[split];
	const counts = await countWords(texts, {words, most: mostWords});
	if (counts.size === 0)
		throw new MillraceError('usage', 'train tokenizer: expected texts, found none, or only empty ones.');
	const letters = [...byteLetters].sort();
	const ids = byteLetters.map((letter) => special.length + letters.indexOf(letter));
	const encode = (word: string) => Int32Array.from(Buffer.from(word), (byte) => ids[byte] ?? 0);
	const learnt = learnMerges(counts, [...special, ...letters], encode, {vocabularySize, minFrequency});
	return {
		tokenizer: tokenizerJson(learnt, special, specials, pretokenizer),
		config: `${JSON.stringify({tokenizer_class: 'PreTrainedTokenizerFast', ...specials, clean_up_tokenization_spaces: false}, null, 2)}\n`,
		vocabularySize: learnt.symbols.length,
		words: counts.size,
	};
}

/** Writes `tokenizer.json` and `tokenizer_config.json` into a folder, which is made where it is missing; each appears whole. */
export async function writeTokenizer(
	folder: string,
	{tokenizer, config}: Pick<TrainedTokenizer, 'tokenizer' | 'config'>,
): Promise<void> {
	await mkdir(folder, {recursive: true});
	for (const [name, text] of [
		['tokenizer_config.json', config],
		['tokenizer.json', tokenizer],
	] as const) {
		const unfinished = join(folder, `.${name}.${process.pid}`);
		await writeFile(unfinished, text);
		await rename(unfinished, join(folder, name));
	}
}

function tokenizerJson(
	{symbols, merges}: LearntMerges,
	special: readonly string[],
	{bos_token: bos}: SpecialTokens,
	pretokenizer: object,
): string {
	const byteLevel = {type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false};
	const parsed = {
		version: '1.0',
		truncation: null,
		padding: null,
		added_tokens: special.map((content, id) => ({
			id,
			content,
			single_word: false,
			lstrip: false,
			rstrip: false,
			normalized: false,
			special: true,
		})),
		normalizer: null,
		pre_tokenizer: pretokenizer,
		post_processor: bos === undefined ? byteLevel : bosFirst(bos, special.indexOf(bos)),
		decoder: {type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true},
		model: {
			type: 'BPE',
			dropout: null,
			unk_token: null,
			continuing_subword_prefix: null,
			end_of_word_suffix: null,
			fuse_unk: false,
			byte_fallback: false,
			ignore_merges: false,
			vocab: Object.fromEntries(symbols.map((name, id) => [name, id])),
			merges,
		},
	};
	return `${JSON.stringify(parsed, null, 1)}\n`;
}

const bosFirst = (bos: string, id: number): object => ({
	type: 'TemplateProcessing',
	single: [{SpecialToken: {id: bos, type_id: 0}}, {Sequence: {id: 'A', type_id: 0}}],
	pair: [
		{SpecialToken: {id: bos, type_id: 0}},
		{Sequence: {id: 'A', type_id: 0}},
		{Sequence: {id: 'B', type_id: 1}},
	],
	special_tokens: {[bos]: {id: bos, ids: [id], tokens: [bos]}},
});
