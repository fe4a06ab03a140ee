import {defineStage, int32, pipeline, utf8, type PipelinePlan} from '@millrace/core';
import {fromJsonl, toArrow} from '@millrace/io';
import {length} from '@millrace/stages';
import test from 'ava';
import {z} from 'zod';
import {moduleGraph} from './module-graph.ts';
import {lockedVersions, pipelineFingerprints} from './step-fingerprint.ts';

const reader = fromJsonl({files: '/nowhere', columns: {text: utf8}});

const rows = pipeline('fingerprints', reader);

/** One for all tests: no module changes meanwhile. */
const graph = moduleGraph();

const printed = (plan: PipelinePlan, given: string | null = null) =>
	pipelineFingerprints(graph, plan, import.meta.url, given);

const wordy = defineStage({
	name: 'wordy',
	needs: {text: utf8},
	adds: {words: int32},
	options: {by: z.string().default(' ')},
	map: ({text}, {options: {by}}) => ({words: text.split(by).length}),
});

test('each node has one fingerprint, and equal pipelines have equal ones', (t) => {
	const plan = () =>
		rows
			.pipe(length({min: 3}))
			.select('text')
			.write(toArrow());
	const found = printed(plan());
	t.is(found.nodes.length, 2);
	t.deepEqual(printed(plan()), found);
	t.is(new Set([found.reader, found.writer, ...found.nodes]).size, 4);
});

test('an option changes the fingerprint of its stage and of nothing else', (t) => {
	const plan = (least: number) =>
		printed(
			rows
				.pipe(wordy())
				.pipe(length({min: least}))
				.drop('words')
				.write(toArrow()),
		);
	const [a, b] = [plan(3), plan(4)];
	t.is(b.reader, a.reader);
	t.is(b.writer, a.writer);
	t.is(b.nodes[0], a.nodes[0]);
	t.not(b.nodes[1], a.nodes[1]);
	t.is(b.nodes[2], a.nodes[2]);
});

test('columns count: renamed roles, declared types, chosen names', (t) => {
	const first = (plan: PipelinePlan) => printed(plan).nodes[0];
	t.not(first(rows.pipe(wordy())), first(rows.pipe(wordy({columns: {words: 'count'}}))));
	t.not(first(rows.select('text')), first(rows.rename({text: 'body'})));
	const other = fromJsonl({files: '/nowhere', columns: {text: utf8, n: int32}});
	t.not(printed(pipeline('fingerprints', other)).reader, printed(rows).reader);
});

test('where files lie does not count, since their content does', (t) => {
	const moved = pipeline('fingerprints', fromJsonl({files: '/elsewhere', columns: {text: utf8}}));
	t.is(printed(moved).reader, printed(rows).reader);
});

test('the options of a pipeline count where a function captures what no source shows', (t) => {
	const captured = (least: number) => rows.filter('short', ({text}) => text.length > least);
	const plain = rows.filter('short', ({text}) => text.length > 3);
	t.not(printed(captured(3), 'least=3').nodes[0], printed(captured(4), 'least=4').nodes[0]);
	t.is(printed(plain, 'least=3').nodes[0], printed(plain, 'least=4').nodes[0]);
});

test('packages that are reached are locked by their versions, Node and its tables too', (t) => {
	const {packages} = printed(rows.pipe(length()).write(toArrow()));
	t.regex(packages.get('apache-arrow') ?? '', /^\d+\.\d+/);
	t.true(
		[...packages.keys()].every((name) => !name.startsWith('@millrace/')),
		'ours count by their source',
	);
	t.is(lockedVersions.node, process.versions.node);
});

test('a pipeline without a writer has no fingerprint of one', (t) => {
	t.is(printed(rows).writer, '');
});
