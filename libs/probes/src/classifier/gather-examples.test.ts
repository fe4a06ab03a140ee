import test from 'ava';
import {gatherExamples} from './gather-examples.ts';

const settings = {bits: 16, words: 1, characters: [0, 0], longest: 100} as const;

test('counts features by row and by how many rows have them, labels sorted', async (t) => {
	const gathered = await gatherExamples(
		[
			{text: 'b b a', label: 'y'},
			{text: 'b', label: 'x'},
			{text: '', label: 'y'},
		],
		settings,
		{},
	);
	t.is(gathered.rows, 3);
	t.deepEqual(gathered.labels, ['x', 'y']);
	t.deepEqual([...gathered.targets], [1, 0, 1]);
	t.deepEqual([...gathered.counts.starts], [0, 2, 3, 3]);
	t.deepEqual([...gathered.counts.values].sort(), [1, 1, 2]);
	const bucket = [...gathered.names].find(([, name]) => name === 'b')?.[0] ?? -1;
	t.is(gathered.frequency[bucket], 2);
	t.false([...gathered.names.values()].includes('a'), 'a word that occurs once is not named');
});

test('tells progress, and stops when asked', async (t) => {
	const rows: number[] = [];
	const many = Array.from({length: 2500}, () => ({text: 'a', label: 'x'}));
	await gatherExamples(many, settings, {onProgress: ({rows: read}) => rows.push(read)});
	t.deepEqual(rows, [1000, 2000, 2500]);
	const signal = AbortSignal.abort(new Error('enough'));
	await t.throwsAsync(gatherExamples(many, settings, {signal}), {message: 'enough'});
});
