import {
	utf8,
	type AnyRow,
	type Column,
	type Columns,
	type RecordBatch,
	type RowOf,
	type BatchContext,
	type OptionsOut,
	type Step,
} from '@millrace/core';
import {spanFinder, spanKinds, type Augmenter, type ProtectOptions} from '@millrace/text';
import {z} from 'zod';
import {columnsOption} from '../../columns-option.ts';
import {augmentBatch} from './augment-batch.ts';
import {augmentColumns, type AugmentColumns} from './augment-columns.ts';
import {gateThresholds, type GateThresholds} from '../gates/gate-thresholds.ts';
import {judgeShape, type Judges} from '../gates/judge.ts';

/** What every augmenting stage may be told. */
export interface AugmentSettings<Reads extends Columns> {
	/** Accepted distinct variants wanted of each row, from each augmenter; 1 unless given. */
	readonly n?: number;
	/** How often an augmenter is asked at most; 3 unless given. */
	readonly attempts?: number;
	/** Columns that the functions below may read, with their types. */
	readonly reads?: Reads;
	/** The rows to augment, such as those of the training split; all unless given. Others pass through. */
	readonly when?: (row: RowOf<Reads>) => boolean;
	/** The language of the text as ISO 639-1, or a function of the row; `en` unless given. */
	readonly language?: string | ((row: RowOf<Reads>) => string);
	/** The group that a row has already and that its family keeps; a row's own id unless given, and where it gives null. */
	readonly group?: (row: RowOf<Reads>) => string | null;
	/** What must survive; all kinds of `spanKinds` unless given, `false` for nothing. */
	readonly protect?: false | Omit<ProtectOptions, 'language'>;
	readonly gates?: Partial<GateThresholds>;
	readonly judges?: Judges;
	/** Rows that an augmenter is asked about at once; 256 unless given. It changes no variant. */
	readonly batchRows?: number;
	/** Whether the rows come from an augmenting stage before, whose variants and columns are kept. */
	readonly more?: boolean;
}

/** What a row needs for an augmenting stage, and gets from it. */
export type AugmentStep<Reads extends Columns, More, Text extends string> = Step<
	RowOf<Reads> & TextColumn<Text> & (More extends true ? AugmentColumns : {}),
	TextColumn<Text> & AugmentColumns
>;

type TextColumn<Text extends string> = {readonly [K in Text]: string};

/** The options of every augmenting stage. */
export const augmentShape = {
	n: z.int().min(1).default(1).describe('accepted distinct variants wanted of each row, from each augmenter'),
	attempts: z.int().min(1).max(100).default(3).describe('how often an augmenter is asked for a row at most'),
	reads: columnsOption.prefault({}).describe('columns that the functions of the row may read'),
	when: ofRow<boolean>().optional().describe('the rows to augment; all unless given'),
	language: z
		.union([z.string().min(2), ofRow<string>()])
		.default('en')
		.meta({title: 'text or function of the row', description: 'the language of the text as ISO 639-1'}),
	group: ofRow<string | null>()
		.optional()
		.describe('the group that a family keeps; an id of its own unless given'),
	protect: z
		.union([
			z.literal(false),
			z.strictObject({
				kinds: z.array(z.enum(spanKinds)).readonly().optional(),
				glossary: z.array(z.string().min(1)).readonly().optional(),
				patterns: z.array(z.instanceof(RegExp)).readonly().optional(),
			}),
		])
		.default({})
		.meta({title: 'object or `false`', description: 'what must survive: `kinds`, `glossary`, `patterns`'}),
	gates: z
		.strictObject(gateThresholds)
		.prefault({})
		.meta({title: 'object', description: 'bounds of the gates, as of `acceptedVariants`'}),
	judges: judgeShape.default({}).meta({
		title: 'object',
		description:
			'models that judge: `label`, `centroid`, `fluency`, `similarity`, `contamination`; and a `lexicon`',
	}),
	more: z
		.boolean()
		.default(false)
		.describe('whether rows come from an augmenting stage before, whose variants and columns are kept'),
	batchRows: z.int().min(1).default(256).describe('rows that an augmenter is asked about at once'),
};

type Settings = OptionsOut<typeof augmentShape>;

/** Columns and body of an augmenting stage for checked options. */
export function augmentParts({more, reads}: Pick<Settings, 'more' | 'reads'>): {
	readonly needs: Columns;
	readonly adds: Columns;
} {
	const text: Record<string, Column<unknown>> = {text: utf8};
	return {
		needs: {...text, ...Object.fromEntries(reads), ...(more ? augmentColumns : {})},
		adds: {...text, ...augmentColumns},
	};
}

/** Runs an augmenting stage over a batch. */
export async function runAugment(
	batch: RecordBatch<AnyRow>,
	context: BatchContext,
	by: readonly Augmenter[],
	{when, language, group, protect, gates, judges, n, attempts, more}: Settings,
) {
	const finders = new Map<string, ReturnType<typeof spanFinder>>();
	const finderOf = (tag: string): ReturnType<typeof spanFinder> => {
		let finder = finders.get(tag);
		if (!finder) {
			const {kinds, glossary, patterns} = protect || {};
			finder =
				protect === false
					? () => []
					: spanFinder({
							language: tag,
							...(kinds ? {kinds} : {}),
							...(glossary ? {glossary} : {}),
							...(patterns ? {patterns} : {}),
						});
			finders.set(tag, finder);
		}
		return finder;
	};
	return augmentBatch(batch, context, {
		by,
		n,
		attempts,
		when: when ?? (() => true),
		language: typeof language === 'string' ? () => language : language,
		group: group ?? (() => null),
		spans: (text, tag) => finderOf(tag)(text),
		gates,
		judges,
		more,
	});
}

/** Batches wait in a bounded queue: enough of them to keep every augmenter busy. */
export const augmentQueue = (by: readonly Augmenter[], batchRows: number) => ({
	batchRows,
	concurrency: Math.min(8, Math.max(2, ...by.map(({concurrency}) => concurrency))),
});

function ofRow<T>() {
	return z
		.custom<(row: AnyRow) => T>((value) => typeof value === 'function', 'expected a function of the row')
		.meta({title: 'function of the row'});
}

/** Whether a value has what every backend has. */
export function isBackend(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		'call' in value &&
		typeof value.call === 'function' &&
		'identity' in value &&
		'concurrency' in value
	);
}
