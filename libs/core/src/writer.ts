import type {Columns} from './column.ts';
import type {Json} from './json.ts';
import type {Origin} from './origin.ts';
import type {Vector} from './vector.ts';

/**
 * A writer turns rows to the bytes of one shard and reads a shard back with a second implementation.
 * Every implementation passes `testWriter` of `@millrace/testing`.
 */
export interface Writer<in Row> {
	readonly name: string;
	/** Columns that must be there, for example the one that names the split. */
	readonly needs: Columns;
	readonly options: Json;
	readonly origin: Origin;
	/** File ending with its dot, such as `.parquet`. */
	readonly extension: string;
	/** The column that names a row's split; it lays rows out and is not written. Absent: all rows are `train`. */
	readonly split?: string;
	/** Shards aim at this many bytes of decoded columns. */
	readonly shardBytes: number;
	/** The bytes of one shard; equal rows in equal tables give equal bytes. */
	encode(schema: Columns, tables: AsyncIterable<Table>): Promise<Uint8Array>;
	/** Reads a shard with an independent reader; throws where it differs from the tables that it was made of. */
	verify(bytes: Uint8Array, schema: Columns, tables: AsyncIterable<Table>): Promise<void>;
	readonly '~row'?: (row: Row) => void;
}

/** Rows as columns, in the order of the schema. */
export interface Table {
	readonly length: number;
	readonly vectors: ReadonlyMap<string, Vector>;
}
