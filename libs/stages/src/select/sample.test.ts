import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {sample} from './sample.ts';

const rows = Array.from({length: 2000}, (_, place) => ({place}));

testStage(test, 'sample', {stage: () => sample({rate: 0.5}), rows: rows.slice(0, 40)});

const kept = async (options: Parameters<typeof sample>[0], from = rows) =>
	(await runStage(sample(options), from)).rows.map(({source}) => source);

test('keeps about the share that was asked for, all or nothing at the ends', async (t) => {
	const {length} = await kept({rate: 0.25});
	// Four standard deviations of a binomial of 2,000 at a quarter.
	t.true(Math.abs(length - 500) < 4 * Math.sqrt(2000 * 0.25 * 0.75), String(length));
	t.is((await kept({rate: 1})).length, 2000);
	t.is((await kept({rate: 0})).length, 0);
});

test('a smaller rate keeps a part of what a larger keeps, another seed keeps others', async (t) => {
	const [few, many, other] = [
		await kept({rate: 0.1}),
		await kept({rate: 0.3}),
		await kept({rate: 0.1, seed: 1}),
	];
	t.true(few.every((row) => many.includes(row)));
	t.notDeepEqual(other, few);
});

test('rows that are added change no fate', async (t) => {
	const before = await kept({rate: 0.5}, rows.slice(0, 100));
	t.deepEqual(
		(await kept({rate: 0.5})).filter((row) => row < 100),
		before,
	);
});
