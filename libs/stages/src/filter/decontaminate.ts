import {defineStage, float64, int32, list, struct, utf8} from '@millrace/core';
import {
	codePointsAt,
	overlapIndex,
	wordForms,
	type EvaluationSet,
	type OverlapFigures,
	type OverlapIndex,
	type WordForm,
} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';
import {languageOption} from '../language-option.ts';

const described = {
	name: 'decontaminate',
	summary: 'Finds what the text shares with evaluation sets, and drops rows that share too much.',
	source:
		'runs of 13 words: Brown et al. 2020 (GPT-3), appendix C; the share of an item: Chowdhery et al. 2022 (PaLM), section 8; the dialect: NGramsDecontFilter of datatrove 0.10',
	needs: {text: utf8},
	adds: {
		overlaps: list(
			struct({
				set: utf8,
				item: int32,
				form: utf8,
				start: int32,
				end: int32,
				words: int32,
				matched: utf8,
			}),
		),
		overlap_words: int32,
		overlap_share: float64,
		overlap_sets: utf8,
	},
	closesOver: 'options',
} as const;

const against = z
	.array(z.custom<EvaluationSet>(isSet, 'expected an evaluation set, such as evaluationSet({name, file})'))
	.min(1)
	.readonly()
	.meta({title: 'evaluation sets', description: 'from `evaluationSet`; a fingerprint follows their bytes'});
const words = z
	.int()
	.min(1)
	.nullable()
	.meta({title: 'number or null'})
	.describe('rows with a run of so many words are dropped as `contaminated-run`; null keeps them');
const byRun = {
	reason: 'contaminated-run',
	score: ({overlap_words: longest}: {readonly overlap_words: number}) => longest,
	dropIf: '>=',
	threshold: 'words',
} as const;

/**
 * Looks for items of evaluation sets in the text and drops rows that hold too much of one: a run of `words` words as
 * `contaminated-run`, or a `share` of an item as `contaminated-share`. Adds the figures that decide, and `overlaps`: where
 * each run stands in the text (code points), of which item of which set, and its words. Runs need `n` words; an item with
 * fewer counts where it is there whole, and with fewer than `shortest` never. `dialect: 'datatrove-0.10'` drops what that
 * toolkit drops: rows with 12 words in a row of a label. See docs/decontamination.md.
 */
export const decontaminate = eitherStage(
	defineStage({
		...described,
		options: {
			against,
			n: z.int().min(2).default(13).describe('words that a run needs to be found'),
			forms: z
				.array(z.enum(wordForms))
				.min(1)
				.readonly()
				.default(['normalized'])
				.meta({title: "list of `'raw'`, `'normalized'`, `'stemmed'`"})
				.describe(
					'how words are compared: as they are, without case, accents and punctuation, by their stems',
				),
			language: languageOption.default('en').describe('cuts and stems words, of texts and evaluations'),
			shortest: z
				.int()
				.min(1)
				.default(5)
				.describe('items with fewer words are not looked for, since every text has them'),
			words: words.default(13),
			share: z
				.number()
				.min(0)
				.max(1)
				.nullable()
				.default(0.8)
				.meta({title: 'number or null'})
				.describe('rows that hold so much of one item are dropped as `contaminated-share`; null keeps them'),
			dialect: z.undefined().optional(),
		},
		map: ({text}, {options}) => measured(text, options),
		rules: [
			byRun,
			{
				reason: 'contaminated-share',
				score: ({overlap_share: share}) => share,
				dropIf: '>=',
				threshold: 'share',
			},
		],
	}),
	defineStage({
		...described,
		options: {against, dialect: z.literal('datatrove-0.10'), words: words.default(12)},
		map: ({text}, {options}) => measured(text, options),
		rules: [byRun],
	}),
	({dialect}) => dialect === undefined,
	{
		dialect: z
			.enum(['datatrove-0.10'])
			.optional()
			.describe('the rule of another toolkit, which leaves `words` (12) and `against` to choose'),
	},
);

function measured(text: string, options: Options) {
	const found = indexesOf(options).map(({form, index}) => ({form, ...index.find(text)}));
	const overlaps = found.flatMap(({form, text: searched, overlaps: runs}) => {
		const points = codePointsAt(searched);
		return runs.map((run) => ({...run, form, start: points(run.start), end: points(run.end)}));
	});
	return {
		overlaps: overlaps
			.toSorted((a, b) => b.words - a.words)
			.slice(0, MOST_OVERLAPS)
			.toSorted((a, b) => a.start - b.start || a.end - b.end),
		overlap_words: most(found, ({longest}) => longest),
		overlap_share: most(found, ({share}) => share),
		overlap_sets: [...new Set(overlaps.map(({set}) => set))].sort().join(','),
	};
}

/** A text that is an evaluation would have thousands; the longest say enough. */
const MOST_OVERLAPS = 32;

const most = (found: readonly OverlapFigures[], figure: (figures: OverlapFigures) => number): number =>
	found.reduce((greatest, each) => Math.max(greatest, figure(each)), 0);

interface Options {
	readonly against: readonly EvaluationSet[];
	readonly n?: number;
	readonly forms?: readonly WordForm[];
	readonly language?: string;
	readonly shortest?: number;
}

interface FormIndex {
	readonly form: WordForm;
	readonly index: OverlapIndex;
}

const made = new WeakMap<object, readonly FormIndex[]>();

/** The indexes of a stage, made with its first row in each worker. */
function indexesOf(options: Options): readonly FormIndex[] {
	let indexes = made.get(options);
	if (!indexes) {
		// What the dialect leaves out is what datatrove does.
		const {against, forms = ['datatrove-0.10'], n = 12, language = 'en', shortest = Infinity} = options;
		indexes = forms.map((form) => ({form, index: overlapIndex(against, {n, language, shortest, form})}));
		made.set(options, indexes);
	}
	return indexes;
}

function isSet(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'items' in value && 'identity' in value;
}
