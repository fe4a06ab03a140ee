import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {PipelinePlan, Schema, SourceFile, Store} from '@millrace/core';
import {localStore} from '@millrace/io';
import {isCurrent, readFileIndex, type IndexedFile} from '../sources/file-index.ts';
import {indexFile} from '../sources/index-file.ts';
import {sliceBatch, type Batch, type Departed} from '../work/apply-stage.ts';
import {loadSource, type Loaded} from '../work/load-source.ts';
import {idOf} from '../work/rows.ts';
import type {FoundRow} from './find-rows.ts';
import {rowsLeadingTo} from './rows-leading-to.ts';

/** The record that a row came from, as it stands in its source today. */
export interface SourceRecord {
	/** Its place in the file, from 1; not known of one that cannot be read. */
	readonly number?: number;
	/** The row that its reader made of it; of one that cannot be read, none. */
	readonly batch: Batch;
	readonly quarantined?: Departed;
}

/**
 * Finds the record that a row of some id came from: itself, or the one that stages made it of. Undefined where the
 * source holds none any more. Reads no other source; keeps nothing.
 */
export async function sourceRecord(
	plan: PipelinePlan,
	store: Store,
	index: string,
	row: FoundRow,
): Promise<SourceRecord | undefined> {
	const schema: Schema = new Map(Object.entries(plan.reader.columns).map(([name, {type}]) => [name, type]));
	const {source} = row;
	const file = await sourceFile(plan, source);
	if (!file) return undefined;
	const indexed = (await readFileIndex(store, index)).get(source);
	if (isCurrent(indexed, file) && (await hasParts(store, indexed)))
		return recordOf(plan, schema, store, indexed, row);
	const scratch = await mkdtemp(join(tmpdir(), 'millrace-explain-'));
	try {
		const own = localStore(scratch);
		return await recordOf(
			plan,
			schema,
			own,
			await indexFile(plan.reader, file, own, 'scratch/explain', Date.now()),
			row,
		);
	} finally {
		await rm(scratch, {recursive: true, force: true});
	}
}

async function sourceFile({reader}: PipelinePlan, path: string): Promise<SourceFile | undefined> {
	for await (const file of reader.list()) if (file.path === path) return file;
	return undefined;
}

/** What was kept of a compressed source may have been cleared since. */
async function hasParts(store: Store, {pieces}: IndexedFile): Promise<boolean> {
	for (const name of pieces.flatMap(({spool, earlier}) => [spool, earlier]))
		if (name !== undefined && (await store.size(name)) === undefined) return false;
	return true;
}

/** Most rows keep the id of their record, so stages run only where no record has it. */
async function recordOf(
	plan: PipelinePlan,
	schema: Schema,
	store: Store,
	file: IndexedFile,
	wanted: FoundRow,
): Promise<SourceRecord | undefined> {
	const {id} = wanted;
	for await (const [first, loaded] of slicesOf(plan, schema, store, file)) {
		const row = idsOf(loaded.batch).indexOf(id);
		if (row >= 0) return recordAt(first, loaded, row);
		const quarantined = loaded.quarantined.find((departed) => departed.id === id);
		if (quarantined) return {batch: sliceBatch(loaded.batch, 0, 0), quarantined};
	}
	for await (const [first, loaded] of slicesOf(plan, schema, store, file)) {
		const row = await rowsLeadingTo(plan, loaded.batch, schema, wanted);
		if (row !== undefined) return recordAt(first, loaded, row);
	}
	return undefined;
}

const recordAt = (first: number, {batch, records}: Loaded, row: number): SourceRecord => ({
	number: first + (records[row] ?? 0),
	batch: sliceBatch(batch, row, row + 1),
});

/** The pieces of a file, each with the number of its first record. */
async function* slicesOf(
	{reader}: PipelinePlan,
	schema: Schema,
	store: Store,
	{path, pieces}: IndexedFile,
): AsyncGenerator<readonly [first: number, loaded: Loaded]> {
	let first = 1;
	for (const piece of pieces.filter(({records}) => records > 0)) {
		const partition = {key: piece.hash, slices: [{path, piece}], records: piece.records};
		yield [first, await loadSource(store, reader, schema, partition)];
		first += piece.records;
	}
}

const idsOf = ({ids, length}: Batch): readonly string[] => Array.from({length}, (_, row) => idOf(ids, row));
