import type {AnyRow, RecordBatch} from './batch.ts';
import {MillraceError} from './errors.ts';
import type {Random} from './random.ts';
import type {Awaitable, BatchContext, Drop, Output, Quarantine} from './stage.ts';

/** What `map` returns: the row's added columns, several rows (none drops it as `no-rows`), or why the row is dropped. */
export type Mapped<Row> = Row | readonly Row[] | Dropped;

export interface Dropped {
	readonly drop: string;
	readonly score?: number;
}

/** What `map` may ask of the engine. */
export interface RowContext<Options> {
	readonly options: Options;
	/** The id of the row, 32 hexadecimal digits. */
	readonly id: string;
	/** The row's random choices: equal for equal (run seed, row id, stage, attempt). */
	readonly random: (attempt?: number) => Random;
}

type MapRow<Options> = (row: AnyRow, context: RowContext<Options>) => Awaitable<Mapped<AnyRow>>;

/** Runs a function of one row over a batch; a row for which it throws is quarantined with the error. */
export function mapRows<Options>(
	map: MapRow<Options>,
	adds: readonly string[],
	options: Options,
	slow: boolean,
): (batch: RecordBatch<AnyRow>, context: BatchContext) => Awaitable<Output<AnyRow>> {
	const contextOf = (context: BatchContext, row: number): RowContext<Options> => ({
		options,
		get id() {
			return context.id(row);
		},
		random: (attempt) => context.random(row, attempt),
	});
	if (slow) {
		return async (batch, context) => {
			const collector = collect(adds, batch.length);
			const rows = Array.from({length: batch.length}, (_, row) => row);
			const results = await Promise.allSettled(
				rows.map(async (row) => map(batch.row(row), contextOf(context, row))),
			);
			for (const [row, result] of results.entries()) {
				if (result.status === 'fulfilled') collector.add(row, result.value);
				else collector.fail(row, result.reason);
			}
			return collector.output();
		};
	}
	return (batch, context) => {
		const collector = collect(adds, batch.length);
		for (let row = 0; row < batch.length; row++) {
			let result;
			try {
				result = map(batch.row(row), contextOf(context, row));
			} catch (error) {
				collector.fail(row, error);
				continue;
			}
			if (isPromise(result))
				throw new MillraceError(
					'usage',
					'a stage whose map is asynchronous must declare `queue`, which bounds its calls.',
				);
			collector.add(row, result);
		}
		return collector.output();
	};
}

/** A row with a column of this name would read as dropped. */
export function refuseDrop(owner: string, columns: readonly string[]): void {
	if (columns.includes('drop'))
		throw new MillraceError(
			'usage',
			`${owner}: a column may not be named drop, which is how map drops a row; choose another name.`,
		);
}

function collect(adds: readonly string[], rows: number) {
	const columns = adds.map((): unknown[] => []);
	const source = new Int32Array(rows);
	let [sources, children]: [number[] | undefined, number[] | undefined] = [undefined, undefined];
	let length = 0;
	const drops: Drop[] = [];
	const quarantines: Quarantine[] = [];

	const fail = (row: number, error: unknown): void => {
		if (error instanceof MillraceError && error.code !== 'temporary') throw error;
		quarantines.push({row, error: error instanceof Error ? error.message : String(error)});
	};
	const missingIn = (values: AnyRow): string | undefined => adds.find((name) => values[name] === undefined);
	const append = (row: number, values: AnyRow, child: number): void => {
		for (let column = 0; column < adds.length; column++) columns[column]?.push(values[adds[column] ?? '']);
		if (child >= 0 && !children) {
			children = new Array<number>(length).fill(-1);
			sources = [...source.subarray(0, length)];
		}
		children?.push(child);
		if (sources) sources.push(row);
		else source[length] = row;
		length++;
	};
	const add = (row: number, result: Mapped<AnyRow>): void => {
		if (isSeveral(result)) {
			// One bad child quarantines its source, which then has no children: a row has one fate.
			const bad = result.find((values) => missingIn(values) !== undefined);
			if (result.length === 0) drops.push({row, reason: 'no-rows'});
			else if (bad) fail(row, noValue(missingIn(bad)));
			else for (const [child, values] of result.entries()) append(row, values, child);
		} else if (isDropped(result))
			drops.push({row, reason: result.drop, ...(result.score === undefined ? {} : {score: result.score})});
		else if (missingIn(result) === undefined) append(row, result, -1);
		else fail(row, noValue(missingIn(result)));
	};
	const output = (): Output<AnyRow> => ({
		length,
		columns: Object.fromEntries(adds.map((name, index) => [name, columns[index] ?? []])),
		...(length === rows && !children
			? {}
			: {source: sources ? Int32Array.from(sources) : source.subarray(0, length)}),
		...(children ? {child: Int32Array.from(children)} : {}),
		...(drops.length > 0 ? {drops} : {}),
		...(quarantines.length > 0 ? {quarantines} : {}),
	});
	return {add, fail, output};
}

const noValue = (column = ''): Error =>
	new Error(`the stage returned no value for its column ${column}; use null in a nullable column.`);

const isSeveral = (result: Mapped<AnyRow>): result is readonly AnyRow[] => Array.isArray(result);

const isDropped = (result: AnyRow | Dropped): result is Dropped => 'drop' in result;

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
	typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
