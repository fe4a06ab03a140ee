import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {repeatRows} from './repeat-rows.ts';

testStage(test, 'repeat-rows', {
	stage: () => repeatRows(),
	rows: [{repeats: 0}, {repeats: 1}, {repeats: 3}, {repeats: -1}],
});

test('a row is made as often as its column says', async (t) => {
	const {rows, drops, quarantines} = await runStage(repeatRows({columns: {repeats: 'times'}}), [
		{times: 2},
		{times: 0},
		{times: 1},
		{times: 10_001},
	]);
	t.deepEqual(
		rows.map(({row, source}) => [source, row['repeat']]),
		[
			[0, 0],
			[0, 1],
			[2, 0],
		],
	);
	t.deepEqual(drops, [{row: 1, reason: 'not-repeated'}]);
	t.deepEqual(quarantines, [{row: 3, error: 'expected repeats from 0 to 10000, found 10001'}]);
});
