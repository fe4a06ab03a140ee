import {int32, pipeline, utf8, type PipelinePlan} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import {exactDedup, gopher, gopherScores, length, normalizeText} from '@millrace/stages';
import test from 'ava';
import {segmentsOf} from './segment.ts';

const rows = pipeline('segments', fromJsonl({files: '/nowhere', columns: {text: utf8, n: int32}}));

const slow = {concurrency: 2, batchRows: 4};

/** Segments as names: their nodes, and the barrier that ends them. */
const shape = (plan: PipelinePlan): readonly string[] =>
	segmentsOf(plan).map(({nodes, barrier}) => {
		const names = nodes.map((node) =>
			node.kind === 'step' ? node.name : `(${node.columns.map(([, to]) => to).join(' ')})`,
		);
		return [...names, ...(barrier ? [`| ${barrier.name}`] : [])].join(', ');
	});

test('stages fuse, barriers stand between segments', (t) => {
	t.deepEqual(shape(rows), ['']);
	t.deepEqual(
		shape(
			rows
				.pipe(length())
				.pipe(exactDedup())
				.derive('m', int32, ({n}) => n)
				.drop('n'),
		),
		['length, | exact-dedup', 'm, (text length m)'],
	);
	t.deepEqual(shape(rows.pipe(exactDedup()).pipe(exactDedup())), ['| exact-dedup', '| exact-dedup#2', '']);
});

test('a slow stage ends its segment', (t) => {
	const plan = rows
		.pipe(length())
		.map({name: 'ask', queue: slow, map: () => ({})})
		.pipe(normalizeText());
	t.deepEqual(shape(plan), ['length, ask', 'normalize-text']);
	t.deepEqual(shape(rows.map({name: 'ask', queue: slow, map: () => ({})}).pipe(exactDedup())), [
		'ask',
		'| exact-dedup',
		'',
	]);
});

test('a stage whose columns are dear ends its segment', (t) => {
	const plan = rows.pipe(length()).pipe(gopherScores()).pipe(gopher()).pipe(normalizeText());
	t.deepEqual(shape(plan), ['length, gopher-scores', 'gopher, normalize-text']);
});

test('steps of the same name are told apart, in order', (t) => {
	t.deepEqual(shape(rows.pipe(length()).pipe(length()).pipe(exactDedup()).pipe(length())), [
		'length, length#2, | exact-dedup',
		'length#3',
	]);
});

test('each segment knows its place, its nodes theirs, and its columns before and after', (t) => {
	const plan = rows
		.pipe(exactDedup())
		.derive('m', int32, ({n}) => n)
		.rename({text: 'body'});
	const [first, second] = segmentsOf(plan);
	t.is(second?.index, 1);
	t.is(first?.barrier?.position, 0);
	t.deepEqual(
		second?.nodes.map(({position}) => position),
		[1, 2],
	);
	t.deepEqual([...(second?.before.keys() ?? [])], ['text', 'n']);
	t.deepEqual([...(second?.after.keys() ?? [])], ['body', 'n', 'm']);
	t.deepEqual(second?.after, plan.schema);
});
