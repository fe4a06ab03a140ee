import {
	defineBarrier,
	defineStage,
	int32,
	utf8,
	type AnyStep,
	type Names,
	type OptionsIn,
	type RenamedRow,
	type Step,
} from '@millrace/core';
import {minhash, wordBorders} from '@millrace/kernels';
import {z} from 'zod';
import {wordsWithin} from './near/join-words.ts';
import {cutSpans} from './spans/cut-spans.ts';
import {cutColumns, spanBarrier} from './spans/span-barrier.ts';

const options = {
	minWords: z.int().min(2).max(1024).default(50).describe('shorter runs of words stay, as spaCy cuts words'),
	minWordsLeft: z
		.int()
		.min(0)
		.default(1)
		.describe('a changed document with fewer words is dropped as `repeated-substrings`'),
};

const needs = {text: utf8};
const adds = {text: utf8, removed_words: int32, removed_characters: int32};

/**
 * Removes every run of 50 words or more that stands in documents before, or before in the same document: each run as far as
 * it goes, whatever stands around it, and nothing else. White space between words does not count. Drops a changed document of which fewer
 * words are left than told as `repeated-substrings`, the words left as the score. Rewrites `text` and adds how many words and characters (UTF-16
 * units) are gone. It is a barrier, `substring-dedup`, and a stage, `cut-substrings`. Writes a key for each word.
 */
export function substringDedup<const N extends Names<typeof needs & typeof adds> = {}>(
	given?: OptionsIn<typeof options> & {readonly columns?: N},
): Step<RenamedRow<typeof needs, N>, RenamedRow<typeof adds, N>>;
export function substringDedup({
	columns = {},
	...chosen
}: OptionsIn<typeof options> & {readonly columns?: Names<typeof adds>} = {}): AnyStep {
	const {text = 'text'} = columns;
	const barrier = barrierOf({...chosen, columns: {text}});
	const cut = cutSubstrings({...chosen, columns});
	return {...barrier, rest: {steps: [cut], between: Object.keys(cutColumns)}};
}

substringDedup.definition = {
	name: 'substring-dedup',
	summary: 'Removes every run of 50 words or more that stands in documents before, as far as it goes.',
	source:
		'Lee et al. 2022, Deduplicating training data makes language models better; windows of words in place of a suffix array',
	needs,
	adds,
	options,
};

const barrierOf = defineBarrier(
	spanBarrier({
		name: 'substring-dedup',
		options,
		spans: (text, {minWords}) => windowsOf(Buffer.from(text), minWords).hashes,
		copies: () => 1,
	}),
);

const cutSubstrings = defineStage({
	name: 'cut-substrings',
	needs: {text: utf8, ...cutColumns},
	adds,
	options,
	map({text, spans_to_cut: repeated}, {options: {minWords, minWordsLeft}}) {
		const bytes = Buffer.from(text);
		const {hashes, borders} = windowsOf(bytes, minWords);
		if (hashes.length === 0) return {text, removed_words: 0, removed_characters: 0};
		const words = Array.from({length: borders.length / 2}, (_, at) =>
			bytes.toString('utf8', at === 0 ? 0 : borders[at * 2], borders[at * 2 + 2] ?? bytes.length),
		);
		const {text: left, removed} = cutSpans(words, hashes, {width: minWords, copies: 1, repeated});
		const wordsLeft = words.length - removed;
		if (removed > 0 && wordsLeft < minWordsLeft) return {drop: 'repeated-substrings', score: wordsLeft};
		return {text: left, removed_words: removed, removed_characters: text.length - left.length};
	},
});

/** Where the words of a text lie, and the hash of each run of `width` of them. */
function windowsOf(bytes: Uint8Array, width: number) {
	const {borders} = wordBorders({bytes, offsets: Int32Array.of(0, bytes.length)});
	const {shingles} = minhash({ngrams: width, hashes: 1, seed: 1, hash: 'xxhash', precision: 64});
	return {borders, hashes: shingles(wordsWithin(bytes, borders))};
}
