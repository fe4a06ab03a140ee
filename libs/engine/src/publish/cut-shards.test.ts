import {fingerprint, int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import type {RunPlan} from '../run/run-plan.ts';
import type {SegmentResults} from '../run/run-segments.ts';
import type {SegmentDone, SplitPart} from '../work/work.ts';
import {cutShards} from './cut-shards.ts';

const rows = pipeline('shards', fromJsonl({files: '/nowhere', columns: {text: utf8, n: int32}}));

const plan: RunPlan = {
	pipeline: rows,
	hash: 'plan',
	fingerprints: {reader: 'r', nodes: [], writer: 'w', packages: new Map()},
	object: 'runs/plan.json',
	given: {},
};

const segment = {index: 0, nodes: [], before: rows.schema, after: rows.schema};

const part = (key: string, size: number): SplitPart => ({
	rows: size / 10,
	bytes: size,
	last: fingerprint(key).slice(0, 32),
});

/** What a partition left, with parts for each split by name and size. */
const partition = (
	key: string,
	splits: Readonly<Record<string, number>>,
	departed: Partial<SegmentDone> = {},
): SegmentDone => ({
	layer: {data: {name: `cache/${key}`, bytes: 1}, rows: 1, columns: []},
	accounts: [],
	splits: Object.fromEntries(Object.entries(splits).map(([name, size]) => [name, part(key + name, size)])),
	...departed,
});

const results = (done: readonly SegmentDone[]): SegmentResults => ({
	segment,
	partitions: done.map((_, index) => String(index)),
	done,
	works: [],
});

const named = (parts: readonly object[]): readonly string[] =>
	parts.map((source) =>
		'name' in source
			? String(source.name)
			: 'data' in source && typeof source.data === 'object'
				? JSON.stringify(source.data)
				: '',
	);

test('splits come sorted by name, each with its parts in order, then dropped and quarantined rows', (t) => {
	const departed = (name: string) => ({...part(name, 100), object: {name, bytes: 1}});
	const first = results([
		partition('a', {}, {dropped: departed('d1'), quarantined: departed('q1')}),
		partition('b', {}, {dropped: departed('d2')}),
	]);
	const last = results([partition('a', {validation: 10, train: 50}), partition('b', {train: 50})]);
	const works = cutShards(plan, [first, last], 1 << 20);
	t.deepEqual(
		works.map(({stream, split, parts}) => [stream, split, parts.length]),
		[
			['rows', 'train', 2],
			['rows', 'validation', 1],
			['dropped', 'dropped', 2],
			['quarantined', 'quarantined', 1],
		],
	);
});

test('every part is in one shard, in order, and shards are near their size', (t) => {
	const all = Array.from({length: 400}, (_, index) => partition(`p${index}`, {train: 1000}));
	const works = cutShards(plan, [results(all)], 20_000);
	t.deepEqual(
		works.flatMap(({parts}) => named(parts)),
		all.map(({layer}) => JSON.stringify(layer.data)),
	);
	t.true(works.length >= 10 && works.length <= 100, `${works.length} shards of 20,000 bytes out of 400,000`);
	t.true(
		works.every(({parts}) => parts.length <= 40 || works.length === 1),
		'none is over twice its size',
	);
});

test('a partition that changes, comes or goes touches only the shards around it', (t) => {
	const all = Array.from({length: 400}, (_, index) => partition(`p${index}`, {train: 1000}));
	const prints = (done: readonly SegmentDone[]) =>
		cutShards(plan, [results(done)], 20_000).map((work) => work.fingerprint);
	const before = prints(all);
	const other = (label: string) => partition(label, {train: 1000});
	const changes = {
		changed: all.with(200, other('new')),
		removed: all.toSpliced(200, 1),
		inserted: all.toSpliced(200, 0, other('new')),
		appended: [...all, other('new')],
	};
	for (const [what, done] of Object.entries(changes)) {
		const after = new Set(prints(done));
		const lost = before.filter((print) => !after.has(print)).length;
		t.true(lost <= 2, `${what}: ${lost} of ${before.length} shards are written again`);
	}
});

test('a shard is named by its rows, its split, its columns and the writer', (t) => {
	const done = [results([partition('a', {train: 10})])];
	const print = (changed: RunPlan = plan) => cutShards(changed, done, 100)[0]?.fingerprint;
	t.is(print(), print());
	t.not(print({...plan, fingerprints: {...plan.fingerprints, writer: 'other'}}), print());
	t.not(print({...plan, pipeline: rows.drop('n')}), print());
	t.is(
		print({...plan, hash: 'other'}),
		print(),
		'another plan that makes the same rows writes the same shard',
	);
});

test('where nothing is left there is no shard', (t) => {
	t.deepEqual(cutShards(plan, [results([])], 100), []);
	t.deepEqual(cutShards(plan, [], 100), []);
});
