import test from 'ava';
import {runMeasurements} from './run-measurements.ts';
import type {Section} from './section.ts';

const bench = {root: '.', folder: 'data', small: 1, large: 2, runs: 1, tell: () => undefined};
const section: Section = {title: 'fine', about: '', headers: [], rows: [], aims: []};

test('a measurement that fails is told, and the next one still runs', async (t) => {
	const done: string[] = [];
	const {sections, failed} = await runMeasurements(
		bench,
		[
			{name: 'broken', measure: () => Promise.reject(new Error('no store'))},
			{name: 'fine', measure: () => Promise.resolve(section)},
		],
		({title}) => done.push(title),
	);
	t.deepEqual(failed, ['broken: no store']);
	t.deepEqual(
		sections.map(({about}) => about),
		['Failed: no store', ''],
	);
	t.deepEqual(done, ['broken', 'fine']);
});
