import test from 'ava';
import {recipeOf} from '../recipe/recipe.ts';
import {runSteps} from './run-steps.ts';

const settingsOf = (given: object) =>
	recipeOf({base: {kind: 'tiny-base', layers: 1, hidden: 8, heads: 1, vocabulary: 300}, ...given}, 'test')
		.settings;

test('epochs become steps of a whole window; a causal model sees each row once, a classifier three times', (t) => {
	const batch = {sequences: 4, accumulate: 2};
	t.like(runSteps(settingsOf({objective: 'causal-lm', batch}), 81), {steps: 11, heldOut: 200});
	t.like(runSteps(settingsOf({objective: 'classification', batch}), 80), {
		steps: 30,
		epochs: 3,
		heldOut: null,
	});
	t.is(runSteps(settingsOf({objective: 'causal-lm', batch, epochs: 0.01}), 80).steps, 1);
});

test('evaluations and checkpoints come five times in a run, or as the recipe says', (t) => {
	t.like(runSteps(settingsOf({objective: 'causal-lm', steps: 52}), 10), {
		evaluateEvery: 11,
		checkpointEvery: 11,
	});
	const given = {
		objective: 'causal-lm',
		steps: 52,
		evaluate: {every: 7, sequences: 3},
		checkpoint: {every: 9},
	};
	t.like(runSteps(settingsOf(given), 10), {evaluateEvery: 7, checkpointEvery: 9, heldOut: 3});
});
