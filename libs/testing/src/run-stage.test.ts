import {defineStage, int32, list, utf8} from '@millrace/core';
import test from 'ava';
import {runStage} from './run-stage.ts';

const words = defineStage({
	name: 'words',
	needs: {text: utf8},
	adds: {word: utf8, place: int32},
	map({text}) {
		if (text === '') return {drop: 'empty', score: 0};
		if (text === 'bad') throw new Error('no words');
		return text.split(' ').map((word, place) => ({word, place}));
	},
});

const rows = [
	{body: 'a b', id: 1},
	{body: '', id: 2},
	{body: 'c', id: 3},
	{body: 'bad', id: 4},
];

test('gives rows with carried and added columns, and what became of the others', async (t) => {
	const run = await runStage(words({columns: {text: 'body', word: 'w'}}), rows, {batchRows: 3});
	t.deepEqual(run.rows, [
		{row: {body: 'a b', id: 1, w: 'a', place: 0}, source: 0, child: 0},
		{row: {body: 'a b', id: 1, w: 'b', place: 1}, source: 0, child: 1},
		{row: {body: 'c', id: 3, w: 'c', place: 0}, source: 2, child: 0},
	]);
	t.deepEqual(
		run.drops.map(({row, reason, score}) => [row, reason, score]),
		[[1, 'empty', 0]],
	);
	t.deepEqual(run.quarantines, [{row: 3, error: 'no words'}]);
});

test('gives random choices by row id and seed, not by place', async (t) => {
	const stage = defineStage({
		name: 'r',
		needs: {},
		adds: {r: int32},
		map: (_, context) => ({r: context.random().int(2 ** 31)}),
	});
	const ids = ['0'.repeat(32), 'f'.repeat(32)];
	const choices = async (seed: number, order: readonly string[]) =>
		(await runStage(stage(), [{}, {}], {seed, ids: order, batchRows: 1})).rows.map(({row}) => row['r']);
	const first = await choices(1, ids);
	t.deepEqual((await choices(1, ids.toReversed())).toReversed(), first);
	t.notDeepEqual(await choices(2, ids), first);
});

test('throws where a stage loses a row or gives another type', async (t) => {
	const losing = defineStage({
		name: 'losing',
		needs: {},
		batch: () => ({length: 0, columns: {}, source: new Int32Array()}),
	});
	await t.throwsAsync(runStage(losing(), [{}]), {
		code: 'accounts',
		message: 'stage losing: row 0: expected one of kept, dropped or quarantined, found 0.',
	});
	const untrue = defineStage({
		name: 'untrue',
		needs: {},
		adds: {tokens: list(utf8)},
		map: () => ({tokens: ['\ud800']}),
	});
	await t.throwsAsync(runStage(untrue(), [{}]), {
		code: 'accounts',
		message: /column tokens, row 0: item 0: the text holds a lone surrogate/,
	});
});
