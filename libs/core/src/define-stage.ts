import type {AnyRow, RecordBatch} from './batch.ts';
import type {Columns, RowOf} from './column.ts';
import {MillraceError} from './errors.ts';
import {mapRows, refuseDrop, type Mapped, type RowContext} from './map-rows.ts';
import {
	functionsIn,
	optionsJson,
	parseOptions,
	type OptionShape,
	type OptionsIn,
	type OptionsOut,
} from './options.ts';
import {callerModule} from './origin.ts';
import {columnNames, type Names, type RenamedRow} from './rename.ts';
import {applyRules, bindRules, type BoundRule, type Rule} from './rule.ts';
import {ruledOutput} from './ruled-output.ts';
import type {Awaitable, BatchContext, Output, Queue, StageBody} from './stage.ts';
import type {AnyStep, Step} from './step.ts';

/**
 * Declares a stage of the library and returns its factory. Types are read from `needs`, `adds` and `options`,
 * never written twice. Give `map` (one row), `batch` (a batch, for kernels) or `rules` (a filter over figures that
 * are there, whose thresholds `explain` and `what-if` know). Beside `map` or `batch`, `rules` bound the figures that
 * these add; such a stage makes at most one row of one. Who uses the stage may rename its columns: `clean({columns: {text: 'body'}})`. Throws a MillraceError `usage` on an unknown option or role.
 */
export function defineStage<Needs extends Columns, Adds extends Columns = {}, Shape extends OptionShape = {}>(
	definition: StageDefinition<Needs, Adds, Shape>,
): StageFactory<Needs, Adds, Shape>;
export function defineStage(definition: AnyDefinition): object {
	const module = callerModule([import.meta.url]);
	const {name, needs, adds = {}, options: shape = {}} = definition;
	refuseDrop(`stage ${name}`, Object.keys(adds));
	const ownFunctions = definition.closesOver === 'options' ? [] : functionsIn({...definition, options: {}});
	const factory = ({columns = {}, ...given}: {readonly columns?: Names<Columns>} = {}): AnyStep => {
		const owner = `stage ${name}`;
		const options = parseOptions(owner, shape, given);
		const rules = definition.rules && bindRules(definition.rules, options);
		return {
			name,
			needs,
			adds,
			columns: columnNames(owner, needs, adds, columns),
			options: optionsJson(options),
			origin: {module, functions: [...ownFunctions, ...functionsIn(options)]},
			...(rules ? {rules} : {}),
			body: bodyOf(definition, options, rules),
		};
	};
	return Object.assign(factory, {definition});
}

/** How a stage is declared. */
export type StageDefinition<Needs extends Columns, Adds extends Columns, Shape extends OptionShape> = {
	/** Short and lower-case: accounts, seeds and reports name the stage by it. */
	readonly name: string;
	/** One sentence for the catalogue. */
	readonly summary?: string;
	/** Where a published method is from: authors, year and title, or the toolkit with its version. */
	readonly source?: string;
	readonly needs: Needs;
	readonly adds?: Adds;
	/** Options as zod types; give each a default. */
	readonly options?: Shape;
	/** Says that the functions capture nothing but what the options decide, so that options and module are the whole fingerprint. */
	readonly closesOver?: 'options';
	/** Declares the stage slow: its batches wait in a bounded queue. Needed where `map` or `batch` is asynchronous. */
	queue?(options: OptionsOut<Shape>): Queue;
	/** Says that the columns are dear to compute: the stage ends its segment, so that a change behind it finds them there. */
	readonly endsSegment?: true;
} & (
	| {
			map(row: RowOf<Needs>, context: RowContext<OptionsOut<Shape>>): Awaitable<Mapped<RowOf<NoInfer<Adds>>>>;
			readonly rules?: Rules<Needs, Adds, Shape>;
	  }
	| {readonly rules: Rules<Needs, Adds, Shape>}
	| {
			readonly rules?: Rules<Needs, Adds, Shape>;
			batch(
				batch: RecordBatch<RowOf<Needs>>,
				context: BatchContext & {readonly options: OptionsOut<Shape>},
			): Awaitable<Output<RowOf<NoInfer<Adds>>>>;
	  }
);

/** The bounds of a filter, over the columns that the stage needs and those that it adds. */
type Rules<Needs extends Columns, Adds extends Columns, Shape extends OptionShape> = readonly Rule<
	RowOf<Omit<Needs, keyof Adds> & NoInfer<Adds>>,
	OptionsOut<Shape>,
	NoInfer<keyof OptionsOut<Shape> & string>
>[];

/** Makes a stage from options; `definition` serves catalogues. */
export type StageFactory<Needs extends Columns, Adds extends Columns, Shape extends OptionShape> = {
	readonly definition: {
		readonly name: string;
		readonly summary?: string;
		readonly source?: string;
		readonly needs: Columns;
		readonly adds?: Columns;
		readonly options?: OptionShape;
	};
} & (<const N extends Names<Needs & Adds> = {}>(
	...given: {} extends OptionsIn<Shape>
		? [options?: OptionsIn<Shape> & {readonly columns?: N}]
		: [options: OptionsIn<Shape> & {readonly columns?: N}]
) => Step<RenamedRow<Needs, N>, RenamedRow<Adds, N>>);

type AnyOptions = Readonly<Record<string, unknown>>;

interface AnyDefinition {
	readonly name: string;
	readonly summary?: string;
	readonly needs: Columns;
	readonly adds?: Columns;
	readonly options?: OptionShape;
	readonly closesOver?: 'options';
	readonly rules?: readonly Rule<AnyRow, AnyOptions>[];
	readonly endsSegment?: true;
	queue?(options: AnyOptions): Queue;
	map?(row: AnyRow, context: RowContext<AnyOptions>): Awaitable<Mapped<AnyRow>>;
	batch?(
		batch: RecordBatch<AnyRow>,
		context: BatchContext & {readonly options: AnyOptions},
	): Awaitable<Output<AnyRow>>;
}

function bodyOf(
	definition: AnyDefinition,
	options: AnyOptions,
	rules: readonly BoundRule[] | undefined,
): StageBody {
	const {name} = definition;
	const queue = definition.queue?.(options);
	const common = {
		kind: 'stage',
		...(queue ? {queue} : {}),
		...(definition.endsSegment ? {endsSegment: definition.endsSegment} : {}),
	} as const;
	const unruled = runOf(definition, options, queue !== undefined);
	if (!unruled && !rules)
		throw new MillraceError('usage', `stage ${name}: expected map, batch or rules, found none.`);
	if (!unruled) return {...common, run: mapRows((row) => applyRules(rules ?? [], row), [], options, false)};
	if (!rules) return {...common, run: unruled};
	return {
		...common,
		run(rows, context) {
			const output = unruled(rows, context);
			return isPromise(output)
				? output.then((made) => ruledOutput(name, rules, rows, made))
				: ruledOutput(name, rules, rows, output);
		},
	};
}

function runOf(definition: AnyDefinition, options: AnyOptions, slow: boolean): StageBody['run'] | undefined {
	const map = definition.map?.bind(definition);
	if (map) return mapRows(map, Object.keys(definition.adds ?? {}), options, slow);
	const batch = definition.batch?.bind(definition);
	return batch && ((rows, context) => batch(rows, {...context, options}));
}

const isPromise = <T>(value: Awaitable<T>): value is PromiseLike<T> =>
	typeof value === 'object' && value !== null && 'then' in value;
