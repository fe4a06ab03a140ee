import {
	defineBarrier,
	defineStage,
	int32,
	utf8,
	type AnyStep,
	type Names,
	type OptionsIn,
	type OptionsOut,
	type RenamedRow,
	type Step,
} from '@millrace/core';
import {simplifyText} from '@millrace/text';
import {z} from 'zod';
import {cutSpans} from './spans/cut-spans.ts';
import {cutColumns, spanBarrier} from './spans/span-barrier.ts';
import {spanHashes} from './spans/span-hashes.ts';

const options = {
	unit: z
		.enum(['line', 'paragraph'])
		.default('line')
		.describe('what is compared; a paragraph ends at an empty line'),
	minCharacters: z
		.int()
		.min(1)
		.default(30)
		.describe('shorter units stay, such as `}` and headings that many documents have'),
	copies: z
		.int()
		.min(0)
		.default(1)
		.describe(
			'documents, the first in source order, in which an equal unit stays; 0 keeps none that stands in two',
		),
	compare: z
		.enum(['exact', 'simplified'])
		.default('exact')
		.describe(
			'`simplified` levels case, numbers, punctuation and accents; white space around a unit never counts',
		),
	minCharactersLeft: z
		.int()
		.min(0)
		.default(1)
		.describe('a document of which less is left is dropped as `repeated`'),
};

type Options = OptionsOut<typeof options>;

const needs = {text: utf8};
const adds = {text: utf8, removed_units: int32, removed_characters: int32};

/**
 * Removes lines or paragraphs that stand in documents before, and those that a document repeats, and drops documents of
 * which too little is left as `repeated`, with the characters left as the score. Rewrites `text` and adds how many units
 * and characters (UTF-16 units) are gone. Empty lines and short units do not count. It is a barrier, `line-dedup`, and a stage, `cut-lines`.
 */
export function lineDedup<const N extends Names<typeof needs & typeof adds> = {}>(
	given?: OptionsIn<typeof options> & {readonly columns?: N},
): Step<RenamedRow<typeof needs, N>, RenamedRow<typeof adds, N>>;
export function lineDedup({
	columns = {},
	...chosen
}: OptionsIn<typeof options> & {readonly columns?: Names<typeof adds>} = {}): AnyStep {
	const {text = 'text'} = columns;
	const barrier = barrierOf({...chosen, columns: {text}});
	const cut = cutLines({...chosen, columns});
	return {...barrier, rest: {steps: [cut], between: Object.keys(cutColumns)}};
}

lineDedup.definition = {
	name: 'line-dedup',
	summary:
		'Removes lines or paragraphs that stand in documents before, and drops documents of which too little is left.',
	needs,
	adds,
	options,
};

const barrierOf = defineBarrier(
	spanBarrier({
		name: 'line-dedup',
		options,
		spans: (text, chosen) => comparedUnits(unitsOf(text, chosen), chosen),
		copies: ({copies}) => copies,
	}),
);

const cutLines = defineStage({
	name: 'cut-lines',
	needs: {text: utf8, ...cutColumns},
	adds,
	options,
	map({text, spans_to_cut: repeated}, {options: chosen}) {
		const units = unitsOf(text, chosen);
		const {text: left, removed} = cutSpans(units, comparedUnits(units, chosen), {
			width: 1,
			copies: chosen.copies,
			repeated,
		});
		const tidy = removed === 0 ? text : withoutOuterLines(left);
		if (removed > 0 && tidy.length < chosen.minCharactersLeft) return {drop: 'repeated', score: tidy.length};
		return {text: tidy, removed_units: removed, removed_characters: text.length - tidy.length};
	},
});

/** The lines or paragraphs of a text, each with the line ends behind it: joined they are the text. */
function unitsOf(text: string, {unit}: Options): readonly string[] {
	const pieces = text.split(unit === 'line' ? /(\n)/ : /(\n{2,})/);
	return Array.from({length: Math.ceil(pieces.length / 2)}, (_, at) =>
		(pieces[at * 2] ?? '').concat(pieces[at * 2 + 1] ?? ''),
	);
}

const comparedUnits = (
	units: readonly string[],
	{minCharacters, compare}: Options,
): readonly (bigint | null)[] =>
	spanHashes(
		units.map((unit) => {
			const plain = unit.trim();
			if (plain.length < minCharacters) return null;
			return compare === 'exact' ? plain : simplifyText(plain);
		}),
	);

/** Without line ends at its start and end, which parted it from what is gone. */
function withoutOuterLines(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && text[start] === '\n') start++;
	while (end > start && text[end - 1] === '\n') end--;
	return text.slice(start, end);
}
