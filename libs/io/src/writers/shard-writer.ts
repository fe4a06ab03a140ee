import {
	MillraceError,
	optionsJson,
	parseOptions,
	utf8,
	type Columns,
	type OptionShape,
	type OptionsOut,
	type Schema,
	type Table,
	type Writer,
} from '@millrace/core';
import {z} from 'zod';

/** Options of every writer. */
export const shardOptions = {
	/** The text column that names a row's split; it is not written. Absent: all rows are `train`. */
	split: z.string().min(1).optional(),
	/** Decoded bytes that a shard aims at. */
	shardBytes: z
		.int()
		.min(1024)
		.max(2 ** 30)
		.default(32 * 2 ** 20),
};

/** The row that a writer needs: one with the split column, where there is one. */
export type SplitRow<Split extends string> = {readonly [K in Split]: string};

/** What tells one format from another. */
export interface ShardFormat<Shape extends OptionShape> {
	readonly name: string;
	/** URL of the module that declares the format. */
	readonly module: string;
	readonly shape: Shape;
	extension(options: OptionsOut<Shape>): string;
	encode(schema: Schema, tables: AsyncIterable<Table>, options: OptionsOut<Shape>): Promise<Uint8Array>;
	verify(
		bytes: Uint8Array,
		schema: Schema,
		tables: AsyncIterable<Table>,
		options: OptionsOut<Shape>,
	): Promise<void>;
}

/** Makes a writer of a format. Throws a MillraceError `usage` on an unknown option or a bad value. */
export function shardWriter<Shape extends OptionShape>(
	format: ShardFormat<Shape & typeof shardOptions>,
	given: {readonly split?: string; readonly shardBytes?: number},
): Writer<unknown> {
	const {name} = format;
	const {split, shardBytes} = parseOptions(name, shardOptions, {
		split: given.split,
		shardBytes: given.shardBytes,
	});
	const options = parseOptions(name, format.shape, given);
	return {
		name,
		needs: split === undefined ? {} : {[split]: utf8},
		options: optionsJson(options),
		origin: {module: format.module, functions: []},
		extension: format.extension(options),
		...(split === undefined ? {} : {split}),
		shardBytes,
		encode: async (columns, tables) => format.encode(written(name, columns, split), tables, options),
		verify: async (bytes, columns, tables) =>
			format.verify(bytes, written(name, columns, split), tables, options),
	};
}

function written(writer: string, columns: Columns, split: string | undefined): Schema {
	const schema = new Map(
		Object.entries(columns).flatMap(([name, {type}]) => (name === split ? [] : [[name, type] as const])),
	);
	if (schema.size > 0) return schema;
	throw new MillraceError(
		'usage',
		`${writer}: expected a column to write, found ${split === undefined ? 'none' : `only ${split}, which names the split`}; add a column before write().`,
	);
}
