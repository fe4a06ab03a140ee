import {int32, utf8, type AnyRow} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import test from 'ava';
import fc from 'fast-check';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {putCached} from './cached-object.ts';
import {readLayer, writeLayer} from './layer.ts';
import {runGather, runScatter, writePieces} from './run-reorder.ts';
import type {ScatterPiece} from './work.ts';

const schema = new Map([
	['text', utf8.type],
	['n', int32.type],
]);

interface Row {
	readonly row: AnyRow;
	readonly id: string;
	readonly path: unknown;
}

/** Scatters partitions whose rows have the given places, gathers new partitions and reads them. */
async function reordered(places: readonly (readonly number[])[], partitionRows: number) {
	const store = memoryStore();
	const before: Row[] = [];
	const pieces = new Map<number, ScatterPiece[]>();
	for (const [index, own] of places.entries()) {
		const batch = batchOf(
			schema,
			own.map((place, row) => ({text: `partition ${index}, row ${row}`, n: place})),
			`p${index}`,
		);
		before.push(...rowsOf(batch));
		const layer = await writeLayer(store, {rows: batch, columns: schema, newIds: false});
		const order = await putCached(store, placesBytes(own));
		const {pieces: made} = await runScatter(store, schema, {
			kind: 'scatter',
			fingerprint: 'f',
			segment: 0,
			layer,
			order,
			partitionRows,
		});
		if (new Set(made.map(([partition]) => partition)).size < made.length)
			throw new Error('expected one piece for each new partition');
		for (const [partition, piece] of made) pieces.set(partition, [...(pieces.get(partition) ?? []), piece]);
	}
	const after: Row[][] = [];
	for (const [, own] of [...pieces].sort(([a], [b]) => a - b)) {
		const layer = await runGather(store, schema, {
			kind: 'gather',
			fingerprint: 'f',
			segment: 0,
			pieces: await writePieces(store, own),
		});
		after.push(rowsOf(await readLayer(store, layer, schema.keys())));
	}
	return {before, after};
}

const rowsOf = (
	batch: Parameters<typeof idsOf>[0] &
		Parameters<typeof objectsOf>[0] & {readonly paths: {readonly values: ArrayLike<unknown>}},
): Row[] => {
	const ids = idsOf(batch);
	return objectsOf(batch).map((row, index) => ({row, id: ids[index] ?? '', path: batch.paths.values[index]}));
};

const placesBytes = (places: readonly number[]): Uint8Array => {
	const bytes = new Uint8Array(places.length * 8);
	const view = new DataView(bytes.buffer);
	for (const [row, place] of places.entries()) view.setFloat64(row * 8, place);
	return bytes;
};

/** A permutation of rows that stand in partitions. */
const permuted = fc
	.array(fc.nat(8), {minLength: 1, maxLength: 6})
	.chain((sizes) => {
		const count = sizes.reduce((sum, size) => sum + size, 0);
		return fc.tuple(
			fc.constant(sizes),
			fc.shuffledSubarray(
				Array.from({length: count}, (_, place) => place),
				{minLength: count},
			),
		);
	})
	.map(([sizes, places]) => {
		let start = 0;
		return sizes.map((size) => places.slice(start, (start += size)));
	});

test('scattered and gathered, rows stand where they were told to, with their ids and paths', async (t) => {
	await fc.assert(
		fc.asyncProperty(permuted, fc.integer({min: 1, max: 12}), async (places, partitionRows) => {
			const {before, after} = await reordered(places, partitionRows);
			t.deepEqual(
				after.flat(),
				before.toSorted((a, b) => Number(a.row['n']) - Number(b.row['n'])),
			);
			t.deepEqual(
				after.map(({length}) => length),
				Array.from({length: after.length}, (_, index) =>
					Math.min(partitionRows, before.length - index * partitionRows),
				),
			);
		}),
		{numRuns: 60},
	);
});

test('an order of another number of rows is refused', async (t) => {
	const store = memoryStore();
	const batch = batchOf(schema, [{text: 'a', n: 1}]);
	const layer = await writeLayer(store, {rows: batch, columns: schema, newIds: false});
	const order = await putCached(store, placesBytes([0, 1]));
	const run = runScatter(store, schema, {
		kind: 'scatter',
		fingerprint: 'f',
		segment: 0,
		layer,
		order,
		partitionRows: 1,
	});
	await t.throwsAsync(run, {code: 'corrupt', message: /expected 8 bytes, found 16/});
});

test('scattered rows that are torn or other bytes are missing, so that they are made again', async (t) => {
	const store = memoryStore();
	const batch = batchOf(schema, [
		{text: 'a', n: 1},
		{text: 'b', n: 0},
	]);
	const layer = await writeLayer(store, {rows: batch, columns: schema, newIds: false});
	const order = await putCached(store, placesBytes([1, 0]));
	const {pieces} = await runScatter(store, schema, {
		kind: 'scatter',
		fingerprint: 'f',
		segment: 0,
		layer,
		order,
		partitionRows: 9,
	});
	const gather = {
		kind: 'gather',
		fingerprint: 'f',
		segment: 0,
		pieces: await writePieces(
			store,
			pieces.map(([, piece]) => piece),
		),
	} as const;
	const [[, piece] = []] = pieces;
	const whole = await store.get(piece?.object.name ?? '');
	for (const bytes of [
		whole.subarray(0, whole.length >> 1),
		new Uint8Array(whole.length),
		new Uint8Array(0),
	]) {
		await store.put(piece?.object.name ?? '', bytes);
		await t.throwsAsync(runGather(store, schema, gather), {
			code: 'missing',
			message: /they will be made again/,
		});
	}
});
