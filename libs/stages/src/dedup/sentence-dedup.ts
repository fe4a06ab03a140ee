import {
	defineBarrier,
	defineStage,
	encodeUtf8,
	int32,
	utf8,
	type AnyStep,
	type Names,
	type OptionsIn,
	type RenamedRow,
	type Step,
} from '@millrace/core';
import {wordBorders} from '@millrace/kernels';
import {segmentSentences, simplifyText} from '@millrace/text';
import {z} from 'zod';
import {cutSpans} from './spans/cut-spans.ts';
import {cutColumns, spanBarrier} from './spans/span-barrier.ts';
import {spanHashes} from './spans/span-hashes.ts';

const options = {
	sentences: z.int().min(1).max(64).default(3).describe('sentences of a span'),
	minWords: z
		.int()
		.min(0)
		.default(50)
		.describe('a changed document with fewer words, as spaCy cuts them, is dropped as `repeated-sentences`'),
	minSentences: z
		.int()
		.min(0)
		.default(3)
		.describe('a changed document with fewer sentences is dropped as `repeated-sentences`'),
	language: z.string().default('en').describe('whose rules cut sentences'),
};

const needs = {text: utf8};
const adds = {text: utf8, removed_sentences: int32, removed_characters: int32};

/**
 * Removes spans of three sentences that stand in documents before, or before in the same document, and drops a changed
 * document of which fewer than 50 words or three sentences are left as `repeated-sentences`, the words or sentences left as the score.
 * Rewrites `text` and adds how many sentences and characters (UTF-16 units) are gone. Sentences are compared after `simplifyText`. It is a
 * barrier, `sentence-dedup`, and a stage, `cut-sentences`.
 */
export function sentenceDedup<const N extends Names<typeof needs & typeof adds> = {}>(
	given?: OptionsIn<typeof options> & {readonly columns?: N},
): Step<RenamedRow<typeof needs, N>, RenamedRow<typeof adds, N>>;
export function sentenceDedup({
	columns = {},
	...chosen
}: OptionsIn<typeof options> & {readonly columns?: Names<typeof adds>} = {}): AnyStep {
	const {text = 'text'} = columns;
	const barrier = barrierOf({...chosen, columns: {text}});
	const cut = cutSentences({...chosen, columns});
	return {...barrier, rest: {steps: [cut], between: Object.keys(cutColumns)}};
}

sentenceDedup.definition = {
	name: 'sentence-dedup',
	summary:
		'Removes spans of three sentences that stand in documents before, and drops documents of which too little is left.',
	source:
		'Raffel et al. 2020, C4, with the limits of datatrove 0.10.0; sentences are cut by the rules of `sentences`',
	needs,
	adds,
	options,
};

const barrierOf = defineBarrier(
	spanBarrier({
		name: 'sentence-dedup',
		options,
		spans: (text, {language, sentences}) => spansOf(sentencesIn(text, language), sentences),
		copies: () => 1,
	}),
);

const cutSentences = defineStage({
	name: 'cut-sentences',
	needs: {text: utf8, ...cutColumns},
	adds,
	options,
	map({text, spans_to_cut: repeated}, {options: {language, sentences: width, minWords, minSentences}}) {
		const parts = sentencesIn(text, language);
		const cut = cutSpans(parts, spansOf(parts, width), {width, copies: 1, repeated});
		if (cut.removed === 0) return {text, removed_sentences: 0, removed_characters: 0};
		const left = cut.text.trimStart();
		const words = wordBorders(encodeUtf8([left])).borders.length / 2;
		if (words < minWords || left === '') return {drop: 'repeated-sentences', score: words};
		const sentences = sentencesIn(left, language).length;
		if (sentences < minSentences) return {drop: 'repeated-sentences', score: sentences};
		return {text: left, removed_sentences: cut.removed, removed_characters: text.length - left.length};
	},
});

const sentencesIn = (text: string, language: string): readonly string[] => [
	...segmentSentences(text, {language}),
];

/** For each sentence with enough behind it, the span that it begins; null where nothing but marks is left of one. */
function spansOf(parts: readonly string[], width: number): readonly (bigint | null)[] {
	const simple = parts.map((part) => simplifyText(part));
	return spanHashes(
		Array.from({length: Math.max(0, parts.length - width + 1)}, (_, at) => {
			const span = simple.slice(at, at + width).join(' ');
			return span.trim() === '' ? null : span;
		}),
	);
}
