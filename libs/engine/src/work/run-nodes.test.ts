import {
	defineStage,
	int32,
	MillraceError,
	pipeline,
	utf8,
	type AnyRow,
	type Pipeline,
	type PipelinePlan,
} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {runNodes} from './run-nodes.ts';
import {segmentsOf} from './segment.ts';

const start: Pipeline<{readonly text: string; readonly n: number}> = pipeline(
	'nodes',
	fromJsonl({files: '/nowhere', columns: {text: utf8, n: int32}}),
);

const rows = (count: number): AnyRow[] =>
	Array.from({length: count}, (_, row) => ({text: `row ${row}`, n: row}));

/** Runs the first segment of a pipeline over rows. */
async function ran(plan: PipelinePlan, all: readonly AnyRow[]) {
	const [segment] = segmentsOf(plan);
	if (!segment) throw new Error('expected a segment');
	return runNodes(batchOf(segment.before, all), segment.nodes, segment.after, 7, 'partition p');
}

test('rows come out in order, whatever batches they went through in', async (t) => {
	const {batch, accounts} = await ran(
		start
			.filter('third', ({n}) => n % 3 > 0)
			.derive('m', int32, ({n}) => n * 2)
			.drop('text'),
		rows(2500),
	);
	const kept = rows(2500)
		.map(({n}) => Number(n))
		.filter((n) => n % 3 > 0);
	t.deepEqual(
		objectsOf(batch),
		kept.map((n) => ({n, m: n * 2})),
	);
	t.deepEqual([...batch.source], kept);
	t.deepEqual(
		accounts.map(({in: entered, out}) => [entered, out]),
		[
			[2500, kept.length],
			[kept.length, kept.length],
		],
	);
});

test('columns are renamed and chosen between stages', async (t) => {
	const {batch} = await ran(
		start
			.rename({text: 'body'})
			.derive('text', utf8, ({body}) => body.toUpperCase())
			.select('text', 'n'),
		rows(2),
	);
	t.deepEqual(objectsOf(batch), [
		{text: 'ROW 0', n: 0},
		{text: 'ROW 1', n: 1},
	]);
});

test('every stage has an account, also where no row reaches it', async (t) => {
	const plan = start.filter('all', () => false).derive('m', int32, ({n}) => n);
	for (const count of [0, 3]) {
		const {batch, accounts} = await ran(plan, rows(count));
		t.is(batch.length, 0);
		t.deepEqual([...batch.vectors.keys()], ['text', 'n', 'm']);
		t.deepEqual(
			accounts.map(({stage, in: entered}) => [stage, entered]),
			[
				['all', count],
				['m', 0],
			],
		);
	}
});

const broken = defineStage({
	name: 'broken',
	needs: {n: int32},
	adds: {half: int32},
	batch({columns: {n}, length}) {
		const half = Array.from(n, (value) => {
			if (value === 1234) throw new Error('cannot halve 1234');
			return value >> 1;
		});
		return {length, columns: {half}};
	},
});

test('of a batch that throws only the row at fault is quarantined', async (t) => {
	const {batch, accounts, quarantined} = await ran(start.pipe(broken()), rows(2500));
	t.deepEqual(
		quarantined.map(({reason, row}) => [reason, row]),
		[['cannot halve 1234', {text: 'row 1234', n: 1234}]],
	);
	t.is(batch.length, 2499);
	t.deepEqual(objectsOf(batch)[1234], {text: 'row 1235', n: 1235, half: 617});
	t.deepEqual(accounts, [{stage: 'broken', in: 2500, generated: 0, out: 2499, dropped: {}, quarantined: 1}]);
});

test('rows have the same ids and choices after a batch that threw', async (t) => {
	const plan = start.map({
		name: 'die',
		adds: {die: int32},
		map: (_, {random}) => ({die: random().int(1_000_000)}),
	});
	const throwing = start
		.pipe(broken())
		.map({name: 'die', adds: {die: int32}, map: (_, {random}) => ({die: random().int(1_000_000)})});
	const [whole, isolated] = [await ran(plan, rows(1300)), await ran(throwing, rows(1300))];
	const dice = ({batch}: typeof whole) => {
		const ids = idsOf(batch);
		return objectsOf(batch).map(({die}, row) => `${ids[row] ?? ''} ${String(die)}`);
	};
	t.deepEqual(dice(isolated), dice(whole).toSpliced(1234, 1));
});

const asking = (answer: (n: number) => number | Promise<number>) =>
	start.map({
		name: 'ask',
		adds: {answer: int32},
		queue: {concurrency: 3, batchRows: 4},
		map: async ({n}) => ({answer: await answer(n)}),
	});

test('a slow stage keeps the order of rows, and its queue bounds how many are under way', async (t) => {
	let [live, most] = [0, 0];
	const {batch} = await ran(
		asking(async (n) => {
			most = Math.max(most, ++live);
			await new Promise((resolve) => setImmediate(resolve));
			if (n % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
			live--;
			return n + 1;
		}),
		rows(50),
	);
	t.deepEqual(
		objectsOf(batch).map(({answer}) => answer),
		rows(50).map(({n}) => Number(n) + 1),
	);
	t.is(most, 12);
});

test('a row that a backend fails to answer for the time being is quarantined, alone', async (t) => {
	const {batch, quarantined} = await ran(
		asking((n) => {
			if (n === 7) throw new MillraceError('temporary', 'backend: no answer.');
			return n;
		}),
		rows(20),
	);
	t.is(batch.length, 19);
	t.deepEqual(
		quarantined.map(({row}) => row['n']),
		[7],
	);
});

test('a batch stage whose backend fails for the time being loses only the row at fault', async (t) => {
	const stage = defineStage({
		name: 'ask-all',
		needs: {n: int32},
		queue: () => ({concurrency: 1, batchRows: 10}),
		async batch({columns: {n}, length}) {
			await Promise.resolve();
			if (Array.from(n).includes(7)) throw new MillraceError('temporary', 'backend: no answer.');
			return {length, columns: {}};
		},
	});
	const {batch, quarantined} = await ran(start.pipe(stage()), rows(20));
	t.is(batch.length, 19);
	t.deepEqual(
		quarantined.map(({row, reason}) => [row['n'], reason]),
		[[7, 'backend: no answer.']],
	);
});

test('an error that a stage means for the whole run ends it, with the name of the stage', async (t) => {
	const fails = asking(() => {
		throw new MillraceError('usage', 'backend: no key; set one.');
	});
	await t.throwsAsync(ran(fails, rows(20)), {code: 'usage', message: 'stage ask: backend: no key; set one.'});
});
