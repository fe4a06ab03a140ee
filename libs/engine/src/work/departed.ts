import {textVector, vector, type ColumnType, type Schema, type Store} from '@millrace/core';
import {encodeTable} from '@millrace/io';
import type {Departed} from './apply-stage.ts';
import {putCached} from './cached-object.ts';
import type {DepartedPart} from './work.ts';

const text: ColumnType = {kind: 'utf8'};
const maybeText: ColumnType = {kind: 'utf8', nullable: true};

/** Columns of the shards that keep dropped and quarantined rows: `row` holds the row as JSON. */
export const departedSchema: Schema = new Map<string, ColumnType>([
	['row_id', text],
	['row_source', text],
	['stage', text],
	['reason', text],
	['score', {kind: 'float64', nullable: true}],
	['because', maybeText],
	['row', text],
]);

/** Keeps rows that left a partition, with their reasons. */
export async function writeDeparted(
	store: Store,
	departed: readonly Departed[],
): Promise<DepartedPart | undefined> {
	const last = departed.at(-1);
	if (!last) return undefined;
	const strings = (values: readonly (string | null)[], type = text) => textVector(type, {strings: values});
	const rows = departed.map(({row}) => JSON.stringify(row, (_, value: unknown) => plain(value)));
	const vectors = new Map([
		['row_id', strings(departed.map(({id}) => id))],
		['row_source', strings(departed.map(({path}) => path))],
		['stage', strings(departed.map(({stage}) => stage))],
		['reason', strings(departed.map(({reason}) => reason))],
		[
			'score',
			vector(
				{kind: 'float64', nullable: true},
				departed.map(({score}) => score ?? null),
			),
		],
		[
			'because',
			strings(
				departed.map(({because}) => because ?? null),
				maybeText,
			),
		],
		['row', strings(rows)],
	]);
	const object = await putCached(store, encodeTable(departedSchema, {length: departed.length, vectors}));
	return {
		object,
		rows: departed.length,
		bytes: rows.reduce((sum, row) => sum + row.length + 100, 0),
		last: last.id,
	};
}

/** JSON has no bigints, bytes or typed lists; they are written as text and lists. */
function plain(value: unknown): unknown {
	if (typeof value === 'bigint') return value.toString();
	if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
	if (value instanceof Int32Array || value instanceof Float32Array || value instanceof Float64Array)
		return Array.from(value);
	return value;
}
