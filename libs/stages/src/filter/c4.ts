import {defineStage, encodeUtf8, int32, struct, utf8} from '@millrace/core';
import {sentenceCounts} from '@millrace/kernels';
import {cleanLines, lineOptions, type C4Lines} from './quality/c4-lines.ts';
import {bound, datatrove} from './quality/quality-option.ts';

/** What became of the lines of a document. */
export const c4Column = struct({
	lines: int32,
	kept: int32,
	/** Sentences in the lines that were kept. */
	sentences: int32,
	/** Lines left out, by why. */
	longWord: int32,
	noTerminal: int32,
	fewWords: int32,
	javascript: int32,
	policy: int32,
	/** 1 where the document was given up at such a line; lines behind it are not looked at. */
	loremIpsum: int32,
	curlyBracket: int32,
});

/**
 * Rewrites the text without the lines that C4 leaves out, adds `c4` with their counts, and drops documents with
 * `lorem_ipsum`, a `curly_bracket` or `too_few_sentences`, in the order and with the reasons of datatrove 0.10. A bad
 * line that was left out for another cause before does not drop its document.
 */
export const c4 = defineStage({
	name: 'c4',
	summary: 'Leaves out lines as C4 does, adds their counts, and drops documents with too few sentences.',
	source:
		'Raffel et al. 2020, Exploring the Limits of Transfer Learning (T5, C4); datatrove 0.10, C4QualityFilter.',
	needs: {text: utf8},
	adds: {text: utf8, c4: c4Column},
	options: {
		dialect: datatrove,
		...lineOptions,
		maxLoremIpsum: bound(0, 'most lines that say `lorem ipsum`'),
		maxCurlyBrackets: bound(0, 'most lines with `{`'),
		minSentences: bound(5, 'fewest sentences in the lines that are kept'),
	},
	closesOver: 'options',
	endsSegment: true,
	batch(batch, {options}) {
		const cleaned = Array.from(batch.columns.text, (text) => cleanLines(text, options));
		const counts = sentenceCounts(encodeUtf8(cleaned.flatMap(({kept}) => kept)));
		let next = 0;
		const sentencesOf = ({kept}: C4Lines): number => {
			const sum = counts.subarray(next, next + kept.length).reduce((total, count) => total + count, 0);
			next += kept.length;
			return sum;
		};
		return {
			length: batch.length,
			columns: {
				text: cleaned.map(({text}) => text),
				c4: cleaned.map((lines) => ({
					...lines.counts,
					kept: lines.kept.length,
					sentences: sentencesOf(lines),
				})),
			},
		};
	},
	rules: [
		{reason: 'lorem_ipsum', score: ({c4}) => c4.loremIpsum, dropIf: '>', threshold: 'maxLoremIpsum'},
		{reason: 'curly_bracket', score: ({c4}) => c4.curlyBracket, dropIf: '>', threshold: 'maxCurlyBrackets'},
		{reason: 'too_few_sentences', score: ({c4}) => c4.sentences, dropIf: '<', threshold: 'minSentences'},
	],
});
