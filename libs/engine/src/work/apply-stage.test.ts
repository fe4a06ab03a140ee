import {defineStage, int32, list, utf8, type AnyRow, type AnyStep, type StageBody} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {z} from 'zod';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {applyStage, BatchFailure, moveRows, sliceBatch} from './apply-stage.ts';

const schema = new Map([
	['text', utf8.type],
	['n', int32.type],
]);

const rows = (count: number): AnyRow[] =>
	Array.from({length: count}, (_, row) => ({text: `row ${row}`, n: row}));

async function applied(step: AnyStep, all: readonly AnyRow[], seed = 0) {
	const {body} = step;
	if (body.kind !== 'stage') throw new Error('expected a stage');
	return applyStage(
		batchOf(schema, all),
		{kind: 'step', name: step.name, step, position: 0},
		body,
		seed,
		'partition p',
	);
}

const words = defineStage({
	name: 'words',
	needs: {text: utf8},
	adds: {words: list(utf8)},
	map: ({text}) => ({words: text.split(' ')}),
});

test('columns that a stage does not name are carried, those that it adds come last', async (t) => {
	const {batch, account, newIds} = await applied(words(), rows(2));
	t.deepEqual(objectsOf(batch), [
		{text: 'row 0', n: 0, words: ['row', '0']},
		{text: 'row 1', n: 1, words: ['row', '1']},
	]);
	t.deepEqual(account, {stage: 'words', in: 2, generated: 0, out: 2, dropped: {}, quarantined: 0});
	t.false(newIds);
});

test('a stage sees the columns that its user named, and writes those', async (t) => {
	const {batch} = await applied(words({columns: {words: 'parts'}}), rows(1));
	t.deepEqual([...batch.vectors.keys()], ['text', 'n', 'parts']);
});

const some = defineStage({
	name: 'some',
	needs: {n: int32},
	map({n}) {
		if (n % 4 === 3) throw new Error(`no ${n}`);
		return n % 4 === 1 ? {drop: 'odd', score: n} : {};
	},
});

test('dropped and quarantined rows leave with what they held, their id and path', async (t) => {
	const {batch, account, dropped, quarantined} = await applied(some(), rows(8));
	t.deepEqual(
		objectsOf(batch).map(({n}) => n),
		[0, 2, 4, 6],
	);
	t.deepEqual(account, {stage: 'some', in: 8, generated: 0, out: 4, dropped: {odd: 2}, quarantined: 2});
	const ids = idsOf(batchOf(schema, rows(8)));
	t.deepEqual(dropped[1], {
		id: ids[5] ?? '',
		path: 'a.jsonl',
		stage: 'some',
		reason: 'odd',
		score: 5,
		row: {text: 'row 5', n: 5},
	});
	t.deepEqual(quarantined[0], {
		id: ids[3] ?? '',
		path: 'a.jsonl',
		stage: 'some',
		reason: 'no 3',
		row: {text: 'row 3', n: 3},
	});
	t.deepEqual(
		idsOf(batch),
		[0, 2, 4, 6].map((row) => ids[row]),
	);
});

const bounded = defineStage({
	name: 'bounded',
	needs: {n: int32},
	adds: {half: int32},
	options: {most: z.number().default(1)},
	map: ({n}) => ({half: n >> 1}),
	rules: [{reason: 'large', score: ({half}) => half, dropIf: '>', threshold: 'most'}],
});

test('a row that a rule dropped keeps the figures that its stage had added', async (t) => {
	const {batch, dropped} = await applied(bounded({columns: {half: 'part'}}), rows(5));
	t.deepEqual(objectsOf(batch).at(-1), {text: 'row 3', n: 3, part: 1});
	t.like(dropped[0], {reason: 'large', score: 2, row: {text: 'row 4', n: 4, part: 2}});
});

const letters = defineStage({
	name: 'letters',
	needs: {text: utf8},
	adds: {letter: utf8},
	map: ({text}) => (text === '' ? {drop: 'empty'} : Array.from(text, (letter) => ({letter}))),
});

test('children carry the columns of their parent, have new ids and are counted as generated', async (t) => {
	const {batch, account, newIds} = await applied(letters(), [
		{text: 'ab', n: 1},
		{text: '', n: 2},
		{text: 'c', n: 3},
	]);
	t.deepEqual(objectsOf(batch), [
		{text: 'ab', n: 1, letter: 'a'},
		{text: 'ab', n: 1, letter: 'b'},
		{text: 'c', n: 3, letter: 'c'},
	]);
	t.deepEqual(account, {stage: 'letters', in: 3, generated: 1, out: 3, dropped: {empty: 1}, quarantined: 0});
	t.true(newIds);
	t.is(new Set([...idsOf(batch), ...idsOf(batchOf(schema, rows(3)))]).size, 6);
	t.deepEqual([...batch.source], [0, 0, 2]);
});

test('the choices of a row depend on its id, the seed and the stage, not on its batch', async (t) => {
	const die = (name: string) =>
		defineStage({
			name,
			needs: {},
			adds: {die: int32},
			map: (_, {random}) => ({die: random().int(1_000_000)}),
		})();
	const dice = async (step: AnyStep, seed: number, from: number, to: number) => {
		if (step.body.kind !== 'stage') return [];
		const batch = sliceBatch(batchOf(schema, rows(20)), from, to);
		return objectsOf(
			(await applyStage(batch, {kind: 'step', name: step.name, step, position: 0}, step.body, seed, 'p'))
				.batch,
		).map(({die: found}) => found);
	};
	const all = await dice(die('die'), 1, 0, 20);
	t.deepEqual([...(await dice(die('die'), 1, 0, 7)), ...(await dice(die('die'), 1, 7, 20))], all);
	t.notDeepEqual(await dice(die('die'), 2, 0, 20), all);
	t.notDeepEqual(await dice(die('dice'), 1, 0, 20), all);
	t.true(new Set(all).size > 15);
});

const silent = (body: StageBody['run']): AnyStep => ({
	...some(),
	name: 'silent',
	body: {kind: 'stage', run: body},
});

test('a stage that loses a row, or makes one up, is found out', async (t) => {
	const loses = silent(() => ({length: 1, columns: {}, source: Int32Array.of(0)}));
	await t.throwsAsync(applied(loses, rows(2)), {
		code: 'accounts',
		message: /^stage silent, partition p: .*row 1 of a batch is lost/,
	});
	const swaps = silent(() => ({
		length: 1,
		columns: {},
		source: Int32Array.of(0),
		drops: [{row: 0, reason: 'no'}],
	}));
	await t.throwsAsync(applied(swaps, rows(2)), {
		code: 'accounts',
		message: /row 0 of a batch is named twice/,
	});
});

test('a column of another length is found out', async (t) => {
	const short: AnyStep = {
		...words(),
		body: {kind: 'stage', run: () => ({length: 2, columns: {words: [['a']]}})},
	};
	await t.throwsAsync(applied(short, rows(2)), {
		code: 'accounts',
		message: /column words: expected 2 values, found 1/,
	});
});

test('a batch that fails says so with the stage, a row that fails alone is quarantined', async (t) => {
	const fails = silent(() => {
		throw new Error('oh');
	});
	await t.throwsAsync(applied(fails, rows(2)), {instanceOf: BatchFailure, message: 'stage silent: oh'});
	const {quarantined, batch} = await applied(fails, rows(1));
	t.deepEqual(
		quarantined.map(({reason}) => reason),
		['oh'],
	);
	t.is(batch.length, 0);
});

test('moving and slicing rows moves every column, id and path with them', (t) => {
	fc.assert(
		fc.property(fc.array(fc.nat(9), {maxLength: 20}), fc.nat(10), fc.nat(10), (order, a, b) => {
			const batch = batchOf(schema, rows(10));
			const moved = moveRows(batch, batch.vectors, Int32Array.from(order));
			t.deepEqual(
				objectsOf(moved),
				order.map((row) => rows(10)[row] ?? {}),
			);
			t.deepEqual(
				idsOf(moved),
				order.map((row) => idsOf(batch)[row] ?? ''),
			);
			t.deepEqual([...moved.source], order);
			const [start, end] = [Math.min(a, b), Math.max(a, b)];
			t.deepEqual(objectsOf(sliceBatch(batch, start, end)), rows(10).slice(start, end));
			t.deepEqual(idsOf(sliceBatch(batch, start, end)), idsOf(batch).slice(start, end));
		}),
	);
});
