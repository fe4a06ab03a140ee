import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {shuffle} from './shuffle.ts';

const rows = Array.from({length: 40}, (_, place) => ({place}));
const orderOf = async (seed: number, given = rows, ids?: readonly string[]): Promise<unknown[]> =>
	(await runBarrier(shuffle(), given, ids ? {seed, ids} : {seed})).rows.map(({row}) => row['place']);

testBarrier(test, 'shuffle', {barrier: () => shuffle(), rows});

test('keeps every row and moves most', async (t) => {
	const order = await orderOf(0);
	t.deepEqual(
		order.toSorted((a, b) => Number(a) - Number(b)),
		[...rows.keys()],
	);
	t.true(order.filter((place, index) => place !== index).length > 30);
});

test('gives another order under another seed', async (t) => {
	t.notDeepEqual(await orderOf(1), await orderOf(2));
});

test('gives the same order whatever the order of rows before', async (t) => {
	const ids = rows.map(({place}) => place.toString(16).padStart(32, '0'));
	t.deepEqual(await orderOf(3, rows.toReversed(), ids.toReversed()), await orderOf(3, rows, ids));
});
