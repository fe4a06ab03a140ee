import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {defineBarrier, defineStage, float64, int32, pipeline, utf8, type PipelinePlan} from '@millrace/core';
import {fromJsonl, localStore, toJsonl} from '@millrace/io';
import test, {type ExecutionContext} from 'ava';
import {z} from 'zod';
import {directExecutor} from '../../fixtures/direct-executor.ts';
import {notesPipeline, notesText} from '../../fixtures/notes-pipeline.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {refresh} from '../run/refresh.ts';
import {explainRow} from './explain-row.ts';
import type {Explanation} from './explanation.ts';
import {rowsById, rowsByText} from './find-rows.ts';

async function published(
	t: ExecutionContext,
	declare: (files: string) => PipelinePlan,
	files: Readonly<Record<string, string | Uint8Array>> = {'notes.jsonl': notesText},
) {
	const folder = temporaryFolder(t, files);
	const source = join(folder, Object.keys(files)[0] ?? '');
	const store = localStore(join(folder, 'data'));
	const plan = declare(source);
	const {manifest} = await refresh(plan, {store, executor: directExecutor(store)});
	const explained = async (text: string, {of = plan, all = false} = {}): Promise<Explanation> => {
		const [row] = await Array.fromAsync(rowsByText(store, manifest, text));
		if (!row) throw new Error(`no row has ${text}`);
		return explainRow(of, {store, manifest, row, all});
	};
	return {store, manifest, source, explained};
}

const told = ({steps}: Explanation) =>
	steps.flatMap(({name = 'columns', rows}) =>
		rows.map(({label, outcome, made}) => [
			name,
			label,
			outcome.kind === 'dropped' ? outcome.reason : outcome.kind,
			...made.map(
				({label: own, changes}) =>
					`${own} ${changes.map(({column, after}) => `${column}=${String(after)}`).join()}`,
			),
		]),
	);

test('follows a row from its record through the children that lead to it', async (t) => {
	const {explained} = await published(t, notesPipeline);
	const found = await explained('water');
	t.deepEqual(told(found), [
		['jsonl', '1', 'kept', '1 title=a,text=  water\nmill'],
		['trim', '1', 'kept', '1 text=water\nmill'],
		['long', '1', 'kept', '1 '],
		['lines', '1', 'kept', '1.1 text=water', '1.2 text=mill'],
		['once', '1.1', 'kept', '1.1 '],
		['ordered', '1.1', 'kept', '1.1 '],
		['columns', '1.1', 'kept', '1.1 '],
		['split', '1.1', 'kept', '1.1 split=test'],
	]);
	t.is(found.label, '1.1');
	t.deepEqual(found.disagreements, []);
});

test('follows all rows of the record where asked to', async (t) => {
	const {explained} = await published(t, notesPipeline);
	const found = told(await explained('water', {all: true}));
	t.deepEqual(
		found.filter(([name]) => name === 'split').map(([, label]) => label),
		['1.1', '1.2'],
	);
});

test('a barrier gives the verdict that the version keeps, with the row because of which', async (t) => {
	const {explained} = await published(t, notesPipeline, {
		'notes.jsonl': [
			{title: 'a', text: 'corn'},
			{title: 'b', text: 'corn'},
			{title: 'c', text: 'mill'},
		]
			.map((row) => `${JSON.stringify(row)}\n`)
			.join(''),
	});
	const found = await explained('b');
	const last = found.steps.at(-1);
	t.deepEqual([last?.kind, last?.name, last?.rows[0]?.made], ['barrier', 'once', []]);
	t.like(last?.rows[0]?.outcome, {kind: 'dropped', reason: 'again', because: found.because?.id ?? ''});
	t.like(found.because, {fate: {kind: 'kept'}, values: {heading: 'a', text: 'corn'}});
	t.deepEqual(found.disagreements, []);
});

test('a record that could not be read is told with its error', async (t) => {
	const {store, manifest, source} = await published(t, notesPipeline);
	const all = await Array.fromAsync(rowsById(store, manifest, () => true));
	const row = all.find(({fate}) => fate.kind === 'quarantined');
	if (!row) throw new Error('no row is quarantined');
	const found = await explainRow(notesPipeline(source), {store, manifest, row});
	t.deepEqual(told(found), [['jsonl', '1', 'quarantined']]);
	t.deepEqual(found.disagreements, []);
});

test('of a record that is gone, it tells what the version keeps', async (t) => {
	const {explained, source} = await published(t, notesPipeline);
	writeFileSync(source, `${JSON.stringify({title: 'z', text: 'other'})}\n`);
	const found = await explained('water');
	t.deepEqual(found.steps, []);
	t.deepEqual(found.disagreements, [
		'The record is no longer in notes.jsonl: shown is what version 1 keeps of the row.',
	]);
});

const counted = defineStage({
	name: 'counted',
	needs: {text: utf8},
	adds: {letters: int32},
	options: {least: z.int().default(3), most: z.int().default(6)},
	map: ({text}) => ({letters: text.length}),
	rules: [
		{reason: 'few', score: ({letters}) => letters, dropIf: '<', threshold: 'least'},
		{reason: 'even-fewer', score: ({letters}) => letters - 1, dropIf: '<', threshold: 'least'},
		{reason: 'many', score: ({letters}) => letters, dropIf: '>', threshold: 'most'},
	],
});

/** Adds the share of all letters. */
const shared = defineBarrier({
	name: 'shared',
	needs: {letters: int32},
	keys: {letters: int32},
	ties: 'position',
	adds: {share: float64},
	extract: ({length, columns: {letters}}) => ({length, columns: {letters}}),
	async *decide(keys) {
		for await (const chunk of keys)
			yield chunk.map(({ref, values}) => ({ref, adds: {share: values.letters / 8}}));
	},
});

const words = (files: string) =>
	pipeline('words', fromJsonl({files, columns: {text: utf8}}))
		.pipe(counted({columns: {letters: 'size'}}))
		.pipe(shared({columns: {letters: 'size'}}))
		.derive('twice', float64, ({share}) => share * 2)
		.drop('share')
		.write(toJsonl());

const lines = (...texts: readonly string[]): string =>
	texts.map((text) => `${JSON.stringify({text})}\n`).join('');

test('every rule is told with the figure, its bound and whether the row passes, the first broken one marked', async (t) => {
	const {explained} = await published(t, words, {'words.jsonl': lines('at', 'corn')});
	const rules = (found: Explanation) =>
		found.steps
			.find(({name}) => name === 'counted')
			?.rows[0]?.rules.map(({reason, score, threshold, broken, decided}) => [
				reason,
				score,
				threshold,
				broken,
				decided,
			]);
	t.deepEqual(rules(await explained('at')), [
		['few', 2, 3, true, true],
		['even-fewer', 1, 3, true, false],
		['many', 2, 6, false, false],
	]);
	t.deepEqual(rules(await explained('corn')), [
		['few', 4, 3, false, false],
		['even-fewer', 3, 3, false, false],
		['many', 4, 6, false, false],
	]);
});

test('a column of a barrier that the version does not keep is unknown, and what follows from it is not vouched for', async (t) => {
	const {explained} = await published(t, words, {'words.jsonl': lines('corn')});
	const {steps, disagreements} = await explained('corn');
	t.deepEqual(steps.find(({name}) => name === 'shared')?.rows[0]?.made[0]?.changes, [{column: 'share'}]);
	t.deepEqual(disagreements, [
		'Version 1 does not keep share, which a barrier added; so what later stages make of it now, twice, is not what they made then.',
	]);
});

test('a file that is compressed, or changed elsewhere since, still gives the record', async (t) => {
	const files = {'words.jsonl.gz': gzipSync(lines('corn', 'mill'))};
	const {explained, source} = await published(t, words, files);
	t.is((await explained('mill')).label, '2');
	writeFileSync(source, gzipSync(lines('new', 'corn', 'mill')));
	t.is((await explained('mill')).label, '3');
});

test('says where the run again is not what the version says', async (t) => {
	const {explained, source} = await published(t, words, {'words.jsonl': lines('at', 'corn')});
	const stricter = pipeline('words', fromJsonl({files: source, columns: {text: utf8}}))
		.pipe(counted({least: 5, columns: {letters: 'size'}}))
		.write(toJsonl());
	t.deepEqual((await explained('corn', {of: stricter})).disagreements, [
		'Version 1 says that the row is kept; run again, it is dropped at counted as few. Code, options or locked versions are others than those of version 1.',
	]);
	t.deepEqual((await explained('at', {of: stricter})).disagreements, [
		'Code, options or locked versions are others than those of version 1. Of this row they make the same.',
	]);
});
