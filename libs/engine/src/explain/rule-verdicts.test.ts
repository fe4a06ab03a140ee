import {defineStage, int32, utf8} from '@millrace/core';
import test from 'ava';
import {z} from 'zod';
import {ruleVerdicts} from './rule-verdicts.ts';

const bounded = defineStage({
	name: 'bounded',
	needs: {text: utf8},
	adds: {size: int32},
	options: {least: z.number().default(2), lower: z.number().nullable().default(1)},
	map: ({text}) => ({size: text.length}),
	rules: [
		{reason: 'small', score: ({size}) => size, dropIf: '<', threshold: 'least'},
		{reason: 'tiny', score: ({size}) => size, dropIf: '<', threshold: 'lower'},
	],
});

const brief = (...given: Parameters<typeof ruleVerdicts>) =>
	ruleVerdicts(...given).map(({reason, score, threshold, broken, decided}) => [
		reason,
		score,
		threshold,
		broken,
		decided,
	]);

test('of several broken rules the first decided; columns go by the names that the user gave', (t) => {
	t.deepEqual(brief(bounded({columns: {size: 'n'}}), {text: '', n: 0}), [
		['small', 0, 2, true, true],
		['tiny', 0, 1, true, false],
	]);
});

test('a rule that is off breaks nothing, and one whose figure is not there is not judged', (t) => {
	t.deepEqual(brief(bounded({lower: null}), {text: 'a', size: 1})[1], ['tiny', 1, null, false, false]);
	t.deepEqual(brief(bounded(), {text: 'a'}), [
		['small', null, 2, false, false],
		['tiny', null, 1, false, false],
	]);
});
