import {MillraceError, textVector, type Reader, type Schema, type Store, type Vector} from '@millrace/core';
import {concatTables, pieceHash, sliceTable} from '@millrace/io';
import type {Partition, Slice} from '../sources/partitions.ts';
import {occurrenceNumbers} from '../sources/occurrences.ts';
import type {StageAccount} from './accounts.ts';
import type {Batch, Departed} from './apply-stage.ts';
import {recordIds} from './identity.ts';
import {getKept} from './cached-object.ts';
import {columnOf} from './layer.ts';
import {idOf} from './rows.ts';

/** The rows of a partition as its reader gives them. */
export interface Loaded {
	readonly batch: Batch;
	/** For each row, its record within the partition. */
	readonly records: readonly number[];
	readonly account: StageAccount;
	readonly quarantined: readonly Departed[];
}

/** Reads the slices of a partition and gives each row its id; records that cannot be read are quarantined. */
export async function loadSource(
	store: Store,
	reader: Reader<unknown>,
	schema: Schema,
	partition: Partition,
	limit = Infinity,
): Promise<Loaded> {
	const tables: {readonly length: number; readonly vectors: ReadonlyMap<string, Vector>}[] = [];
	const ids: Uint8Array[] = [];
	const quarantined: Departed[] = [];
	const places: number[] = [];
	let [records, length] = [0, 0];
	for (const slice of partition.slices) {
		if (records >= limit) break;
		const read = await readSlice(store, reader, slice);
		const recordsHere = Math.min(slice.piece.records, limit - records);
		const rows = read.records.findIndex((record) => record >= recordsHere);
		const table = rows < 0 ? read : sliceTable(read, 0, rows);
		const paths = textVector({kind: 'utf8'}, {strings: new Array<string>(table.length).fill(slice.path)});
		tables.push({length: table.length, vectors: new Map([...table.vectors, ['~path', paths]])});
		const own = new Uint8Array(table.length * 16);
		for (let row = 0; row < table.length; row++) {
			const record = read.records[row] ?? 0;
			places.push(records + record);
			own.set(read.ids.subarray(record * 16, record * 16 + 16), row * 16);
		}
		ids.push(own);
		for (const {record, offset, error} of read.quarantines) {
			if (record >= recordsHere) continue;
			quarantined.push({
				id: idOf(read.ids, record),
				path: slice.path,
				stage: reader.name,
				reason: error,
				score: offset,
				row: {},
			});
		}
		records += recordsHere;
		length += table.length;
	}
	const {vectors} = concatTables(new Map([...schema, ['~path', {kind: 'utf8'}]]), tables);
	const batch: Batch = {
		length,
		vectors: new Map([...schema.keys()].map((name) => [name, columnOf(vectors, name)])),
		ids: Buffer.concat(ids),
		paths: columnOf(vectors, '~path'),
		source: Int32Array.from({length}, (_, row) => row),
	};
	return {
		batch,
		records: places,
		account: {
			stage: reader.name,
			in: records,
			generated: 0,
			out: length,
			dropped: {},
			quarantined: quarantined.length,
		},
		quarantined,
	};
}

async function readSlice(store: Store, reader: Reader<unknown>, {path, piece}: Slice) {
	const spooled = piece.spool === undefined ? undefined : await getKept(store, piece.spool);
	const read = await reader.read(path, piece, spooled);
	if (pieceHash(read.hashes) !== piece.hash) {
		throw new MillraceError('temporary', `${path}: the file changed while it was read; run again.`);
	}
	const earlier = piece.earlier === undefined ? undefined : await getKept(store, piece.earlier);
	return {...read, ids: recordIds(path, read.hashes, occurrenceNumbers(read.hashes, earlier))};
}
