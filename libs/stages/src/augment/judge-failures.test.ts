import {MillraceError} from '@millrace/core';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {augment} from './augment.ts';
import type {Judge} from './gates/judge.ts';
import {swapWords} from './shape/example-augmenters.ts';

const texts = [
	'The first card of them all was lost.',
	'A bad one of them was lost too.',
	'The third was found.',
];
const rows = texts.map((text) => ({text}));
const gates = {maxOverlap: null};

/** Scores all as 1; fails over a text that is bad. */
const judge = (error: Error): Judge => ({
	identity: 'judge 1',
	judge: (candidates) => {
		if (candidates.some(({original}) => original.includes('bad'))) throw error;
		return candidates.map(() => 1);
	},
});

for (const error of [new Error('too long'), new MillraceError('temporary', 'too long')])
	test(`a variant that a judge cannot judge is rejected, alone: ${error.name}`, async (t) => {
		const stage = augment({by: swapWords, gates, judges: {similarity: judge(error)}});
		const {rows: found, quarantines} = await runStage(stage, rows);
		t.deepEqual(quarantines, []);
		t.deepEqual(
			found.map(({source, row}) => [source, row['verdict'], row['via']]),
			[
				[0, 'original', null],
				[0, 'accepted', null],
				[1, 'original', null],
				[1, 'failed', 'too long'],
				[2, 'original', null],
				[2, 'accepted', null],
			],
		);
		t.true(String(found[3]?.row['text']).includes('lost'));
		t.is(found[2]?.row['variants_missing'], 1);
	});

test('a judge that is down, or at fault, ends the run', async (t) => {
	const failing = (error: Error): Judge => ({identity: 'judge 2', judge: () => Promise.reject(error)});
	for (const [code, expected] of [
		['temporary', 'stopped'],
		['usage', 'usage'],
	] as const) {
		const stage = augment({
			by: swapWords,
			gates,
			judges: {similarity: failing(new MillraceError(code, 'no.'))},
		});
		for (const given of [rows, rows.slice(0, 1)])
			await t.throwsAsync(runStage(stage, given), {code: expected, message: /no\./});
	}
});

testStage(test, 'augment with a judge that fails over some', {
	stage: () => augment({by: swapWords, gates, n: 2, judges: {similarity: judge(new Error('too long'))}}),
	rows,
});
