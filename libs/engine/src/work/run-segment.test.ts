import {int32, nullable, pipeline, utf8, type PipelinePlan} from '@millrace/core';
import {fromJsonl, memoryStore, decodeTable, toArrow} from '@millrace/io';
import {capPerGroup, exactDedup, split} from '@millrace/stages';
import test, {type ExecutionContext} from 'ava';
import {objectsOf} from '../../fixtures/batch-of.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {indexFile} from '../sources/index-file.ts';
import {partitionsOf} from '../sources/partitions.ts';
import {writeVerdicts} from './apply-verdicts.ts';
import {getCached} from './cached-object.ts';
import {readLayer} from './layer.ts';
import {addedColumns, runSegment} from './run-segment.ts';
import {segmentsOf} from './segment.ts';
import type {SegmentDone, SegmentWork} from './work.ts';

const columns = {text: utf8, n: nullable(int32)};

/** A pipeline over one small file, and a way to run one of its segments. */
async function prepared(
	t: ExecutionContext,
	content: string,
	declare: (rows: ReturnType<typeof start>) => PipelinePlan,
) {
	const store = memoryStore();
	const reader = fromJsonl({files: temporaryFolder(t, {'a.jsonl': content}), columns});
	const plan = declare(start(reader));
	const segments = segmentsOf(plan);
	const files = [];
	for await (const source of reader.list())
		files.push(await indexFile(reader, source, store, 'scratch/i', 0));
	const [source] = partitionsOf(files);
	if (!source) throw new Error('expected a partition');
	const run = async (segment: number, input: SegmentWork['input']): Promise<SegmentDone> =>
		runSegment(store, plan, segments, {
			kind: 'segment',
			fingerprint: 'f',
			segment,
			partition: source.key,
			input,
		});
	const rowsOf = async ({layer}: SegmentDone, after = plan.schema) =>
		objectsOf(await readLayer(store, layer, after.keys()));
	return {store, segments, source, run, rowsOf};
}

const start = (reader: ReturnType<typeof fromJsonl<typeof columns>>) =>
	pipeline('segment', reader, {seed: 3});

const lines = (values: readonly object[]): string =>
	values.map((value) => `${JSON.stringify(value)}\n`).join('');

const few = [
	{text: 'a', n: 1},
	{text: 'b', n: null},
	{text: 'a', n: 3},
	{text: 'c', n: 4},
];

test('the first segment reads its partition and accounts for the reader and every stage', async (t) => {
	const {store, source, run, rowsOf} = await prepared(t, `${lines(few)}oops\n`, (rows) =>
		rows
			.required('n')
			.derive('m', int32, ({n}) => n * 2)
			.drop('n'),
	);
	const done = await run(0, {source});
	t.deepEqual(await rowsOf(done), [
		{text: 'a', m: 2},
		{text: 'a', m: 6},
		{text: 'c', m: 8},
	]);
	t.deepEqual(
		done.accounts.map(({stage, in: entered, out, quarantined}) => [stage, entered, out, quarantined]),
		[
			['jsonl', 5, 4, 1],
			['required', 4, 3, 0],
			['m', 3, 3, 0],
		],
	);
	t.is(done.dropped?.rows, 1);
	t.is(done.quarantined?.rows, 1);
	t.like(done.splits, {train: {rows: 3}});
	const left = done.quarantined && objectsOf(decodeTable(await getCached(store, done.quarantined.object)));
	t.like(left?.[0], {row_source: 'a.jsonl', stage: 'jsonl', score: lines(few).length, row: '{}'});
});

test('a later segment keeps only what it changed, over the layer below', async (t) => {
	const {segments, source, run, rowsOf} = await prepared(t, lines(few), (rows) =>
		rows
			.pipe(exactDedup())
			.derive('m', int32, () => 7)
			.rename({text: 'body'}),
	);
	const below = await run(0, {source});
	t.deepEqual(below.splits, {}, 'only the last segment has splits');
	t.deepEqual(await rowsOf(below, segments[0]?.after), few);
	const done = await run(1, {layer: below.layer});
	t.deepEqual(done.layer.columns, ['body', 'm']);
	t.deepEqual(done.layer.base, below.layer);
	t.deepEqual(
		await rowsOf(done),
		few.map(({text, n}) => ({body: text, n, m: 7})),
	);
});

test('the verdicts of the barrier before are applied on the way in, under its name', async (t) => {
	const {store, segments, source, run, rowsOf} = await prepared(t, lines(few), (rows) =>
		rows.pipe(exactDedup()).filter('late', ({n}) => n !== 4),
	);
	const below = await run(0, {source});
	const barrier = segments[0]?.barrier;
	if (!barrier) return t.fail('expected a barrier');
	const verdicts = await writeVerdicts(store, barrier, [{row: 2, drop: {reason: 'duplicate', because: 'x'}}]);
	const done = await run(1, {layer: below.layer, verdicts});
	t.deepEqual(await rowsOf(done), few.slice(0, 2));
	t.deepEqual(
		done.accounts.map(({stage, dropped}) => [stage, dropped]),
		[
			['exact-dedup', {duplicate: 1}],
			['late', {late: 1}],
		],
	);
	const dropped = done.dropped && objectsOf(decodeTable(await getCached(store, done.dropped.object)));
	t.deepEqual(
		dropped?.map(({stage, reason, because}) => [stage, reason, because]),
		[
			['exact-dedup', 'duplicate', 'x'],
			['late', 'late', null],
		],
	);
	const same = await run(1, {layer: below.layer});
	t.deepEqual(same.accounts[0], {
		stage: 'exact-dedup',
		in: 4,
		generated: 0,
		out: 4,
		dropped: {},
		quarantined: 0,
	});
});

test('rows and bytes are counted by split, with the last id of each', async (t) => {
	const {source, run} = await prepared(
		t,
		lines(Array.from({length: 200}, (_, n) => ({text: `row ${n}`, n}))),
		(rows) =>
			rows
				.pipe(split({weights: {train: 1, test: 1}, columns: {group: 'text'}}))
				.write(toArrow({split: 'split'})),
	);
	const {splits} = await run(0, {source});
	t.deepEqual(Object.keys(splits), ['test', 'train']);
	t.is(
		Object.values(splits).reduce((sum, {rows}) => sum + rows, 0),
		200,
	);
	t.true(Object.values(splits).every(({bytes, last, rows}) => bytes > rows && /^[0-9a-f]{32}$/.test(last)));
});

test('a partition of which nothing is left has a layer without rows and no split', async (t) => {
	const {source, run, rowsOf} = await prepared(t, lines(few), (rows) => rows.filter('all', () => false));
	const done = await run(0, {source});
	t.deepEqual(await rowsOf(done), []);
	t.deepEqual(done.splits, {});
	t.is(done.dropped?.rows, 4);
});

test('a step is known by the names that its user gave to the columns that it adds', (t) => {
	t.deepEqual(addedColumns(split({columns: {split: 'part'}})), ['part']);
	t.deepEqual(addedColumns(capPerGroup({most: 1})), []);
});

test('a segment that the pipeline does not have is refused', async (t) => {
	const {source, run} = await prepared(t, lines(few), (rows) => rows);
	await t.throwsAsync(run(4, {source}), {code: 'usage', message: /segment 4: the pipeline has 1/});
});
