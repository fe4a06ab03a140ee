import {defineBarrier, int32, type AnyStep, type BarrierBody, type Key, type Verdict} from '@millrace/core';
import {decodeTable, memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {getCached} from './cached-object.ts';
import {writeLayer} from './layer.ts';
import {runDecide} from './run-decide.ts';
import {runExtract} from './run-extract.ts';

type Decide = (keys: AsyncIterable<readonly Key[]>) => AsyncIterable<readonly Verdict[]>;

const schema = new Map([['n', int32.type]]);

const declared = defineBarrier({
	name: 'judge',
	needs: {n: int32},
	keys: {n: int32},
	ties: 'position',
	adds: {rank: int32},
	extract: ({columns: {n}, length}) => ({length, columns: {n}}),
	async *decide() {
		/* replaced in each test */
	},
});

/** Extracts the keys of partitions of numbers and decides over them. */
async function decided(
	partitions: readonly (readonly number[])[],
	apply: 'verdict' | 'order',
	decide: Decide,
) {
	const store = memoryStore();
	const step: AnyStep = declared();
	if (step.body.kind !== 'barrier') throw new Error('expected a barrier');
	const body: BarrierBody = {...step.body, apply, decide};
	const node = {kind: 'step', name: 'judge', step, position: 0} as const;
	const keys = [];
	const ids = [];
	for (const [index, numbers] of partitions.entries()) {
		const batch = batchOf(
			schema,
			numbers.map((n) => ({n})),
			`p${index}`,
		);
		ids.push(idsOf(batch));
		const layer = await writeLayer(store, {rows: batch, columns: schema, newIds: false});
		keys.push(await runExtract(store, node, body, 0, {kind: 'extract', fingerprint: 'f', segment: 0, layer}));
	}
	const rows = partitions.map(({length}) => length);
	const objects = await runDecide(
		store,
		node,
		body,
		{kind: 'decide', fingerprint: 'f', segment: 0, keys, rows},
		'scratch/f',
	);
	return {store, objects, ids, left: await namesIn(store, 'scratch/')};
}

const partitions = fc.array(fc.array(fc.nat(9), {maxLength: 12}), {maxLength: 5});

/** All numbers with their places, in the order of their values and, of equal ones, of the source. */
const inOrder = (all: readonly (readonly number[])[]) =>
	all
		.flatMap((numbers, partition) => numbers.map((n, row) => ({n, ref: {partition, row}})))
		.toSorted((a, b) => a.n - b.n);

test('decide sees every key once, in order, with the ids of the rows', async (t) => {
	await fc.assert(
		fc.asyncProperty(partitions, async (all) => {
			const seen: Key[] = [];
			const {ids, left, objects} = await decided(all, 'verdict', async function* (keys) {
				for await (const chunk of keys) {
					seen.push(...chunk);
					yield [];
				}
			});
			t.deepEqual(
				seen.map(({ref, values}) => ({n: Number(values['n']), ref})),
				inOrder(all),
			);
			for (const {id, ref} of seen) t.is(id, ids[ref.partition]?.[ref.row] ?? '');
			t.deepEqual(left, []);
			t.deepEqual(
				objects,
				all.map(() => null),
				'a partition without verdicts has no object',
			);
		}),
		{numRuns: 40},
	);
});

test('verdicts are kept by partition, ascending by row, in whatever order they came', async (t) => {
	const {store, objects} = await decided([[3, 1], [2], [1, 9]], 'verdict', async function* (keys) {
		for await (const chunk of keys) {
			yield chunk
				.flatMap(({ref, values: {n}}): readonly Verdict[] =>
					n === 2 ? [] : n === 9 ? [{ref, drop: {reason: 'large', score: 9}}] : [{ref, adds: {rank: n}}],
				)
				.toReversed();
		}
	});
	const table = async (index: number) => {
		const object = objects[index];
		return object
			? objectsOf(decodeTable(await getCached(store, object))).map(({row, reason, score}) => [
					row,
					reason,
					score,
				])
			: undefined;
	};
	t.deepEqual(await table(0), [
		[0, null, null],
		[1, null, null],
	]);
	t.is(await table(1), undefined);
	t.deepEqual(await table(2), [
		[0, null, null],
		[1, 'large', 9],
	]);
});

test('a barrier that orders rows leaves the new place of each', async (t) => {
	await fc.assert(
		fc.asyncProperty(partitions, async (all) => {
			const {store, objects} = await decided(all, 'order', async function* (keys) {
				for await (const chunk of keys) yield chunk.map(({ref}) => ({ref}));
			});
			const wanted = all.map((numbers) => numbers.map(() => -1));
			for (const [place, {ref}] of inOrder(all).entries()) wanted[ref.partition]?.splice(ref.row, 1, place);
			const found = await Promise.all(
				objects.map(async (object) => (object ? placesIn(await getCached(store, object)) : [])),
			);
			t.deepEqual(found, wanted);
		}),
		{numRuns: 40},
	);
});

const placesIn = (bytes: Uint8Array): number[] => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Array.from({length: bytes.length / 8}, (_, row) => view.getFloat64(row * 8));
};

const mistakes: Readonly<
	Record<string, readonly ['verdict' | 'order', (verdicts: readonly Verdict[]) => readonly Verdict[], RegExp]>
> = {
	'two verdicts on a row': [
		'verdict',
		(all) => [...all, ...all.slice(0, 1)],
		/at most one verdict a row, found two on row 0 of partition 1/,
	],
	'a row that it does not order': [
		'order',
		(all) => all.slice(1),
		/expected a place for each of (?:2|1|3) rows/,
	],
	'a row that it orders twice': [
		'order',
		(all) => [...all, ...all.slice(0, 1)],
		/found two on row 0 of partition 1/,
	],
	'a verdict on a partition that is not there': [
		'verdict',
		() => [{ref: {partition: 7, row: 0}, drop: {reason: 'no'}}],
		/a verdict on row 0 of partition 7, which is not there/,
	],
	'a verdict on a row that is not there': [
		'verdict',
		() => [{ref: {partition: 0, row: 5}, drop: {reason: 'no'}}],
		/a verdict on row 5 of partition 0, which is not there/,
	],
};

for (const [what, [apply, mistake, message]] of Object.entries(mistakes)) {
	test(`${what} is an error, and nothing is left behind`, async (t) => {
		const run = decided([[3, 2], [1]], apply, async function* (keys) {
			for await (const chunk of keys)
				yield mistake(chunk.map(({ref}) => ({ref, ...(apply === 'verdict' ? {drop: {reason: 'no'}} : {})})));
		});
		await t.throwsAsync(run, {code: 'accounts', message});
	});
}

test('keys that are torn are missing, so that they are made again', async (t) => {
	const store = memoryStore();
	const step: AnyStep = declared();
	if (step.body.kind !== 'barrier') return t.fail('expected a barrier');
	const {body} = step;
	const node = {kind: 'step', name: 'judge', step, position: 0} as const;
	const layer = await writeLayer(store, {
		rows: batchOf(schema, [{n: 1}, {n: 2}]),
		columns: schema,
		newIds: false,
	});
	const keys = [
		await runExtract(store, node, body, 0, {kind: 'extract', fingerprint: 'f', segment: 0, layer}),
	];
	const [{name} = {name: ''}] = keys;
	const whole = await store.get(name);
	const all = {
		...body,
		decide: async function* (keysOf: AsyncIterable<readonly Key[]>) {
			for await (const _ of keysOf) yield [];
		},
	};
	for (const bytes of [
		whole.subarray(0, whole.length - 3),
		new Uint8Array(whole.length),
		new Uint8Array(0),
	]) {
		await store.put(name, bytes);
		await t.throwsAsync(
			runDecide(
				store,
				node,
				all,
				{kind: 'decide', fingerprint: 'f', segment: 0, keys, rows: [2]},
				'scratch/f',
			),
			{code: 'missing', message: /will be made again/i},
		);
	}
});
