import {utf8} from '@millrace/core';
import test from 'ava';
import {augmentedColumns} from '../../fixtures/augmented.ts';
import {publish, temporaryFolder} from '../../fixtures/published.ts';
import {recipe} from '../recipe/recipe.ts';
import {tinyBase} from '../recipe/tiny-base.ts';
import {ablationRecipes} from './ablation-recipes.ts';

const given = recipe({
	objective: 'classification',
	base: tinyBase(),
	epochs: 2,
	seed: 2 ** 31 - 2,
	variants: 'keep',
});

test('the runs of a seed differ in variants alone, and have the steps of the run without them', (t) => {
	const published = publish(temporaryFolder(t), {train: []}, augmentedColumns);
	const pairs = ablationRecipes({recipe: given, published, runner: 'local'}, 3);
	t.deepEqual(
		pairs.map(({seed}) => seed),
		[2 ** 31 - 2, 2 ** 31 - 1, 0],
		'seeds begin anew after the last',
	);
	const {seed, without, with: varied} = pairs[1] ?? {};
	t.like(without?.settings, {seed, variants: 'drop', epochs: 2});
	const {epochs: _, ...rest} = without?.settings ?? {};
	t.deepEqual(varied?.(9).settings, {...rest, variants: 'keep', steps: 9});
	t.like(varied?.(undefined).settings, {epochs: 2, variants: 'keep'});
});

test('variants that cannot be told, and seeds that change nothing, are sentences', (t) => {
	const plain = publish(temporaryFolder(t), {train: []}, {text: utf8, label: utf8});
	t.throws(() => ablationRecipes({recipe: given, published: plain, runner: 'probe'}, 3), {
		code: 'schema',
		message: /: an ablation: expected a column "augmented" of type bool, .* found columns label, text; /,
	});
	const published = publish(temporaryFolder(t), {train: []}, augmentedColumns);
	const causal = recipe({objective: 'causal-lm', base: tinyBase()});
	t.throws(() => ablationRecipes({recipe: causal, published, runner: 'probe'}, 3), {
		code: 'usage',
		message:
			/expected a runner whose runs differ by their seed, found the probe, .* judge with --runner local\.$/,
	});
	t.is(ablationRecipes({recipe: causal, published, runner: 'local'}, 3).length, 3);
});
