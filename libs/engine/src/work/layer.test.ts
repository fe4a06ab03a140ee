import {MillraceError, type AnyRow, type ColumnType, type Schema} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import {arbitraryTable} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {moveRows, type Batch} from './apply-stage.ts';
import {childIds} from './identity.ts';
import {readLayer, writeLayer, type Layer} from './layer.ts';

const int: ColumnType = {kind: 'int32'};

/** What a row is made of, kept in plain arrays beside the layers. */
interface Naive {
	readonly rows: readonly AnyRow[];
	readonly ids: readonly string[];
}

type Change =
	| {readonly kind: 'filter'; readonly keep: readonly boolean[]}
	| {readonly kind: 'fan-out'; readonly children: readonly number[]}
	| {readonly kind: 'rename'}
	| {readonly kind: 'add'; readonly by: number};

const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({
		kind: fc.constant('filter' as const),
		keep: fc.array(fc.boolean(), {minLength: 1, maxLength: 5}),
	}),
	fc.record({
		kind: fc.constant('fan-out' as const),
		children: fc.array(fc.nat(3), {minLength: 1, maxLength: 5}),
	}),
	fc.constant({kind: 'rename' as const}),
	fc.record({kind: fc.constant('add' as const), by: fc.nat(9)}),
);

const at = <T>(list: readonly T[], index: number, absent: T): T => list[index % list.length] ?? absent;

/** What a change makes of rows: where they come from, which columns it writes, and who gets a new id. */
function applied({kind, ...given}: Change, batch: Batch, schema: Schema, step: number) {
	const all = Int32Array.from({length: batch.length}, (_, row) => row);
	const changed = {kind, ...given};
	if (changed.kind === 'filter') {
		const {keep} = {keep: [true], ...changed};
		const source = all.filter((row) => at(keep, row, true));
		return {batch: moveRows(batch, batch.vectors, source), schema, written: [], source, newIds: false};
	}
	if (changed.kind === 'fan-out') {
		const {children} = {children: [1], ...changed};
		const pairs = [...all].flatMap((row) =>
			Array.from({length: at(children, row, 1)}, (_, child) => [row, child] as const),
		);
		const source = Int32Array.from(pairs, ([row]) => row);
		const child = Int32Array.from(pairs, ([, number]) => number);
		const moved = moveRows(batch, batch.vectors, source);
		const ids = childIds(batch.ids, source, child, `step ${step}`);
		return {batch: {...moved, ids}, schema, written: [], source, newIds: true};
	}
	if (changed.kind === 'rename') {
		const [first = ''] = schema.keys();
		const name = `renamed ${step}`;
		const renamed = <T>(columns: ReadonlyMap<string, T>) =>
			new Map([...columns].map(([old, value]) => [old === first ? name : old, value] as const));
		return {
			batch: {...batch, vectors: renamed(batch.vectors)},
			schema: renamed(schema),
			written: [name],
			newIds: false,
		};
	}
	const {by} = {by: 0, ...changed};
	const name = `added ${by % 2}`;
	const vectors = new Map([
		...batch.vectors,
		[name, {type: int, length: batch.length, values: all.map((row) => row * by + step)}],
	]);
	return {
		batch: {...batch, vectors},
		schema: new Map([...schema, [name, int]]),
		written: [name],
		newIds: false,
	};
}

const naive = (batch: Batch): Naive => ({rows: objectsOf(batch), ids: idsOf(batch)});

test('a chain of filters, fan-outs, renames and additions reads back as the rows themselves', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			arbitraryTable({maxRows: 12}),
			fc.array(change, {maxLength: 6}),
			async ({schema: first, table}, changes) => {
				const store = memoryStore();
				let schema = first;
				let batch = batchOf(schema, objectsOf(table));
				let layer: Layer = await writeLayer(store, {rows: batch, columns: schema, newIds: false});
				for (const [step, each] of changes.entries()) {
					const {source, ...next} = applied(each, batch, schema, step);
					batch = {...next.batch, source: Int32Array.from({length: next.batch.length}, (_, row) => row)};
					schema = next.schema;
					const columns = new Map(next.written.map((name) => [name, schema.get(name) ?? int]));
					layer = await writeLayer(store, {
						rows: batch,
						columns,
						base: layer,
						newIds: next.newIds,
						...(source ? {source} : {}),
					});
					t.is(layer.rows, batch.length);
				}
				const read = await readLayer(store, layer, schema.keys());
				t.deepEqual(
					{rows: objectsOf({...read, vectors: inOrder(read.vectors, schema)}), ids: idsOf(read)},
					naive(batch),
				);
				t.deepEqual([...Array.from(read.paths.values)], new Array(batch.length).fill('a.jsonl'));
			},
		),
		{numRuns: 60},
	);
});

const inOrder = <T>(vectors: ReadonlyMap<string, T>, schema: Schema): Map<string, T> =>
	new Map(
		[...schema.keys()].flatMap((name) => {
			const vector = vectors.get(name);
			return vector === undefined ? [] : [[name, vector] as const];
		}),
	);

const schema: Schema = new Map([
	['text', {kind: 'utf8'}],
	['n', int],
]);

const few = (): Batch =>
	batchOf(schema, [
		{text: 'a', n: 1},
		{text: 'b', n: 2},
		{text: 'c', n: 3},
	]);

test('a layer holds only what changed, and only the columns asked for are read', async (t) => {
	const store = memoryStore();
	const base = await writeLayer(store, {rows: few(), columns: schema, newIds: false});
	t.deepEqual(base.columns, ['text', 'n', '~id', '~path']);
	const source = Int32Array.of(0, 2);
	const kept = moveRows(few(), few().vectors, source);
	const top = await writeLayer(store, {rows: kept, columns: new Map(), base, source, newIds: false});
	t.deepEqual(top.columns, ['~source']);
	const read = await readLayer(store, top, ['n']);
	t.deepEqual(objectsOf(read), [{n: 1}, {n: 3}]);
	t.deepEqual(idsOf(read), [idsOf(few())[0], idsOf(few())[2]]);
});

test('a layer that changes nothing has no rows of its own', async (t) => {
	const store = memoryStore();
	const base = await writeLayer(store, {rows: few(), columns: schema, newIds: false});
	const top = await writeLayer(store, {rows: few(), columns: new Map(), base, newIds: false});
	t.deepEqual(objectsOf(await readLayer(store, top, schema.keys())), objectsOf(few()));
	const empty = await writeLayer(store, {
		rows: moveRows(few(), few().vectors, new Int32Array(0)),
		columns: new Map(),
		base: top,
		source: new Int32Array(0),
		newIds: false,
	});
	t.is((await readLayer(store, empty, schema.keys())).length, 0);
});

test('equal rows make one object, whoever made them', async (t) => {
	const store = memoryStore();
	const [a, b] = [
		await writeLayer(store, {rows: few(), columns: schema, newIds: false}),
		await writeLayer(store, {rows: few(), columns: schema, newIds: false}),
	];
	t.deepEqual(b, a);
});

test('a column that no layer holds is named', async (t) => {
	const store = memoryStore();
	const layer = await writeLayer(store, {rows: few(), columns: schema, newIds: false});
	const error = await t.throwsAsync(readLayer(store, layer, ['text', 'gone']), {instanceOf: MillraceError});
	t.regex(error.message, /expected columns gone, found none/);
});
