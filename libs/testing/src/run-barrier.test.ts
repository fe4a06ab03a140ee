import {defineBarrier, int32, utf8, type AnyStep, type Verdict} from '@millrace/core';
import test from 'ava';
import {runBarrier} from './run-barrier.ts';

const firstOfEach = defineBarrier({
	name: 'first-of-each',
	needs: {name: utf8},
	keys: {name: utf8},
	adds: {rank: int32},
	ties: 'position',
	extract: ({length, columns: {name}}) => ({length, columns: {name}}),
	async *decide(keys) {
		let [last, rank]: [string | undefined, number] = [undefined, 0];
		for await (const chunk of keys) {
			const verdicts = [];
			for (const {ref, values} of chunk) {
				rank = values.name === last ? rank + 1 : 0;
				last = values.name;
				verdicts.push(rank === 0 ? {ref, adds: {rank}} : {ref, drop: {reason: 'later', score: rank}});
			}
			yield verdicts;
		}
	},
});

const rows = ['b', 'a', 'b', 'c', 'a'].map((n, place) => ({n, place}));

test('sorts keys, applies verdicts and leaves rows in place', async (t) => {
	const run = await runBarrier(firstOfEach({columns: {name: 'n'}}), rows, {
		partitions: [2, 1],
		batchRows: 1,
		keyRows: 2,
	});
	t.deepEqual(
		run.keys.map(({source}) => source),
		[1, 4, 0, 2, 3],
	);
	t.deepEqual(
		run.keys.map(({ref}) => [ref.partition, ref.row]),
		[
			[0, 1],
			[3, 0],
			[0, 0],
			[1, 0],
			[2, 0],
		],
	);
	t.deepEqual(
		run.rows.map(({row}) => row),
		[
			{n: 'b', place: 0, rank: 0},
			{n: 'a', place: 1, rank: 0},
			{n: 'c', place: 3, rank: 0},
		],
	);
	t.deepEqual(run.drops, [
		{row: 2, reason: 'later', score: 1},
		{row: 4, reason: 'later', score: 1},
	]);
});

const deciding = (verdicts: readonly Verdict[], apply: 'verdict' | 'order'): AnyStep =>
	defineBarrier({
		name: 'odd',
		needs: {},
		keys: {},
		ties: 'id',
		apply,
		extract: ({length}) => ({length, columns: {}}),
		async *decide() {
			yield Promise.resolve(verdicts);
		},
	})();

const verdict = (row: number): Verdict => ({ref: {partition: 0, row}});

test('gives rows in the order of the verdicts where the barrier orders', async (t) => {
	const run = await runBarrier(deciding([verdict(1), verdict(0)], 'order'), [{a: 0}, {a: 1}]);
	t.deepEqual(run.rows, [
		{row: {a: 1}, source: 1},
		{row: {a: 0}, source: 0},
	]);
});

test('throws where a barrier breaks its contract', async (t) => {
	await t.throwsAsync(runBarrier(deciding([verdict(0), verdict(0)], 'verdict'), [{}]), {
		code: 'accounts',
		message: /row 0 got a second verdict/,
	});
	await t.throwsAsync(runBarrier(deciding([verdict(7)], 'verdict'), [{}]), {
		code: 'accounts',
		message: /names row 7 of partition 0, which does not exist/,
	});
	await t.throwsAsync(runBarrier(deciding([verdict(0)], 'order'), [{}, {}]), {
		code: 'accounts',
		message: /expected a verdict for each of 2 rows/,
	});
});
