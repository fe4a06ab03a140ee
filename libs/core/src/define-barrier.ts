import type {AnyRow, RecordBatch} from './batch.ts';
import type {BarrierBody, DecideContext, Key, RowRef, Verdict} from './barrier.ts';
import type {Columns, RowOf} from './column.ts';
import {MillraceError} from './errors.ts';
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
import type {BatchContext, Output} from './stage.ts';
import type {AnyStep, Step} from './step.ts';

/**
 * Declares a barrier and returns its factory: `extract` makes small typed keys of a batch, `decide` reads all keys
 * in ascending order and yields verdicts. Throws a MillraceError `usage` on an unknown option or role.
 */
export function defineBarrier<
	Needs extends Columns,
	Keys extends Columns,
	Adds extends Columns = {},
	Shape extends OptionShape = {},
>(definition: BarrierDefinition<Needs, Keys, Adds, Shape>): BarrierFactory<Needs, Adds, Shape>;
export function defineBarrier(definition: AnyDefinition): object {
	const module = callerModule([import.meta.url]);
	const {name, needs, adds = {}, options: shape = {}} = definition;
	if (definition.apply === 'order' && Object.keys(adds).length > 0) {
		throw new MillraceError(
			'usage',
			`barrier ${name}: one that orders rows adds no columns, found ${Object.keys(adds).join(', ')}; add them by a stage.`,
		);
	}
	const ownFunctions = definition.closesOver === 'options' ? [] : functionsIn({...definition, options: {}});
	const factory = ({columns = {}, ...given}: {readonly columns?: Names<Columns>} = {}): AnyStep => {
		const owner = `barrier ${name}`;
		const options = parseOptions(owner, shape, given);
		const body: BarrierBody = {
			kind: 'barrier',
			keys: definition.keys,
			ties: definition.ties,
			apply: definition.apply ?? 'verdict',
			extract: (batch, context) => definition.extract(batch, {...context, options}),
			decide: (keys, context) => definition.decide(keys, options, context),
		};
		return {
			name,
			needs,
			adds,
			columns: columnNames(owner, needs, adds, columns),
			options: optionsJson(options),
			origin: {module, functions: [...ownFunctions, ...functionsIn(options)]},
			body,
		};
	};
	return Object.assign(factory, {definition});
}

/** How a barrier is declared. */
export interface BarrierDefinition<
	Needs extends Columns,
	Keys extends Columns,
	Adds extends Columns,
	Shape extends OptionShape,
> {
	readonly name: string;
	readonly summary?: string;
	/** Where a published method is from: authors, year and title, or the toolkit with its version. */
	readonly source?: string;
	readonly needs: Needs;
	/** Key columns, in sort order. */
	readonly keys: Keys;
	/** What breaks ties between equal keys: the row id, or the position in source order. */
	readonly ties: 'id' | 'position';
	/** `verdict` (the default) keeps rows in place; `order` puts them in the order of the verdicts. */
	readonly apply?: 'verdict' | 'order';
	readonly adds?: Adds;
	readonly options?: Shape;
	/** Says that the functions capture nothing but what the options decide, so that options and module are the whole fingerprint. */
	readonly closesOver?: 'options';
	extract(
		batch: RecordBatch<RowOf<Needs>>,
		context: BatchContext & {readonly options: OptionsOut<Shape>},
	): Output<RowOf<NoInfer<Keys>>>;
	decide(
		keys: AsyncIterable<readonly KeyOf<NoInfer<Keys>>[]>,
		options: OptionsOut<Shape>,
		context: DecideContext,
	): AsyncIterable<readonly VerdictOf<NoInfer<Adds>>[]>;
}

/** A key row with typed values. */
export interface KeyOf<Keys extends Columns> extends Key {
	readonly values: RowOf<Keys>;
}

/** A verdict with typed columns. */
export interface VerdictOf<Adds extends Columns> extends Verdict {
	readonly ref: RowRef;
	readonly adds?: RowOf<Adds>;
}

/** Makes a barrier from options; `definition` serves catalogues. */
export type BarrierFactory<Needs extends Columns, Adds extends Columns, Shape extends OptionShape> = {
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
	readonly keys: Columns;
	readonly ties: 'id' | 'position';
	readonly apply?: 'verdict' | 'order';
	readonly adds?: Columns;
	readonly options?: OptionShape;
	readonly closesOver?: 'options';
	extract(batch: RecordBatch<AnyRow>, context: BatchContext & {readonly options: AnyOptions}): Output<AnyRow>;
	decide(
		keys: AsyncIterable<readonly Key[]>,
		options: AnyOptions,
		context: DecideContext,
	): AsyncIterable<readonly Verdict[]>;
}
