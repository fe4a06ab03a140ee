import {random, stageKey} from '@millrace/core';
import test from 'ava';
import {examples} from '../../fixtures/examples.ts';
import {fitLinearModel} from './fit-linear-model.ts';
import {gatherExamples} from './gather-examples.ts';

const settings = {bits: 16, words: 2, characters: [2, 4], longest: 1000} as const;
const gathered = await gatherExamples(examples(300), settings, {});
const fit = (strengths: readonly number[], steps: string[] = []) =>
	fitLinearModel(gathered, {
		...{settings, strengths, calibrate: true, minRows: 2, mostFeatures: 10_000},
		random: (part) => random(stageKey(0, part)),
		onProgress: ({step}) => steps.push(step),
	});

test('takes the strength whose held-out loss is least, and tries no more after a worse one', (t) => {
	const steps: string[] = [];
	const {training} = fit([0.001, 4, 1e6, 1e7], steps);
	t.is(training.strength, 4);
	t.deepEqual(
		[...new Set(steps)],
		['trying strength 0.001', 'trying strength 4', 'trying strength 1000000', 'fitting all rows'],
	);
});

test('takes one strength as it is', (t) => {
	t.is(fit([2]).training.strength, 2);
});

test('counts the rows of each label', (t) => {
	const {training, model, features} = fit([4]);
	t.is(training.rows, 300);
	t.is(
		training.counts.reduce((a, b) => a + b, 0),
		300,
	);
	t.is(training.features, model.buckets.length);
	t.is(features.length, 3);
});
