import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {rougeDedup} from './rouge-dedup.ts';

const rows = [
	{instruction: 'How do I close my account in the app?'},
	{instruction: 'How do I close my old account in the app?'},
	{instruction: null},
	{instruction: 'Which fees are there for transfers abroad?'},
	{instruction: 'Which fees are there for transfers abroad?'},
];

testBarrier(test, 'rouge-dedup', {barrier: () => rougeDedup(), rows});

test('keeps one of those that are near, and all without an instruction', async (t) => {
	const {rows: kept, drops} = await runBarrier(rougeDedup(), rows);
	t.is(kept.length, 3);
	t.true(drops.every(({reason, score = 0}) => reason === 'near-pool' && score > 0.7));
});

test('has seeds in its pool from the beginning', async (t) => {
	const {drops} = await runBarrier(rougeDedup({seeds: ['Which fees are there for transfers?']}), rows);
	t.is(drops.length, 3);
});
