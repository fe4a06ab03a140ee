import {textVector, type Reader, type Schema, type Table, type Vector} from '@millrace/core';
import {concatTables, sliceTable} from '@millrace/io';
import {occurrenceNumbers} from '../sources/occurrences.ts';
import {emptyAccount, type StageAccount} from '../work/accounts.ts';
import type {Batch, Departed} from '../work/apply-stage.ts';
import {idOf} from '../work/rows.ts';
import {recordIds} from '../work/identity.ts';
import {columnOf} from '../work/layer.ts';

/** The first records of a reader's sources. */
export interface FirstRows {
	readonly batch: Batch;
	readonly account: StageAccount;
	/** For each row, the number of its record, from 1. */
	readonly records: readonly number[];
	readonly quarantined: readonly (Departed & {readonly record: number})[];
}

/** Reads the first `records` records, with the ids that a run gives them; sources are read no further than needed. */
export async function firstRows(
	reader: Reader<unknown>,
	schema: Schema,
	records: number,
): Promise<FirstRows> {
	const tables: Table[] = [];
	const ids: Uint8Array[] = [];
	const rows: number[] = [];
	const quarantined: (Departed & {readonly record: number})[] = [];
	let taken = 0;
	for await (const source of reader.list()) {
		if (taken >= records) break;
		await reader.check(source);
		const before: Uint8Array[] = [];
		for await (const {spool, ...piece} of reader.cut(source)) {
			const {path} = source;
			const read = await reader.read(path, piece, spool);
			const here = Math.min(piece.records, records - taken);
			const own = pieceIds(path, read.hashes, before);
			const cut = read.records.findIndex((record) => record >= here);
			const table = cut < 0 ? read : sliceTable(read, 0, cut);
			const paths = textVector({kind: 'utf8'}, {strings: new Array<string>(table.length).fill(path)});
			tables.push({length: table.length, vectors: new Map([...table.vectors, [pathColumn, paths]])});
			for (const record of read.records.subarray(0, table.length)) {
				ids.push(own.subarray(record * 16, record * 16 + 16));
				rows.push(taken + record + 1);
			}
			for (const {record, offset, error} of read.quarantines) {
				if (record < here)
					quarantined.push({
						id: idOf(own, record),
						path,
						stage: reader.name,
						reason: error,
						score: offset,
						row: {},
						record: taken + record + 1,
					});
			}
			taken += here;
			if (taken >= records) break;
			before.push(read.hashes);
		}
	}
	const {length, vectors} = concatTables(new Map([...schema, [pathColumn, {kind: 'utf8'}]]), tables);
	const own: ReadonlyMap<string, Vector> = new Map(
		[...schema.keys()].map((name) => [name, columnOf(vectors, name)]),
	);
	return {
		batch: {
			length,
			vectors: own,
			ids: Buffer.concat(ids),
			paths: columnOf(vectors, pathColumn),
			source: Int32Array.from({length}, (_, row) => row),
		},
		account: {...emptyAccount(reader.name), in: taken, out: length, quarantined: quarantined.length},
		records: rows,
		quarantined,
	};
}

const pathColumn = '~path';

/** The ids of a piece's records, equal ones numbered through the file. */
function pieceIds(path: string, hashes: Uint8Array, before: readonly Uint8Array[]): Uint8Array {
	const all = Buffer.concat([...before, hashes]);
	const first = (all.length - hashes.length) / 16;
	return recordIds(path, hashes, occurrenceNumbers(all, undefined).subarray(first));
}
