import {MillraceError, utf8} from '@millrace/core';
import test from 'ava';
import {augmentedColumns, varied} from '../../fixtures/augmented.ts';
import {documentsOf, planOf, shardRows} from '../../fixtures/planned.ts';
import {labelled, publish, temporaryFolder} from '../../fixtures/published.ts';
import {recipeOf} from '../recipe/recipe.ts';
import {variantAnswer} from './variant-answer.ts';

const splits = {train: varied(labelled(60), 2), validation: varied(labelled(12, 60), 1)};
const classes = {objective: 'classification', context: 64};

test('variants are kept or left out of training rows, and are never held out', async (t) => {
	const kept = await planOf(t, {splits, columns: augmentedColumns, recipe: classes});
	t.like(kept.tokens.splits, {
		train: {rows: 180, documents: 180, dropped: {}},
		validation: {rows: 24, documents: 12, dropped: {variant: 12}},
	});
	const {folder} = kept;
	const columns = augmentedColumns;
	const dropped = await planOf(t, {splits, columns, folder, recipe: {...classes, variants: 'drop'}});
	t.like(dropped.tokens.splits.train, {rows: 180, documents: 60, dropped: {variant: 120}});
	t.deepEqual(shardRows(dropped, 'validation'), shardRows(kept, 'validation'));
	t.not(dropped.key, kept.key);
	t.is(dropped.tokenizer.sha256, kept.tokenizer.sha256, 'one base with and without them');
	t.deepEqual(dropped.length.steps, Math.ceil((3 * 60) / 8));
	const again = await planOf(t, {splits, columns, folder, recipe: {...classes, variants: 'drop', seed: 4}});
	t.deepEqual([again.cached, again.key], [true, dropped.key]);
});

test('shards without variants are those of a version that never had any', async (t) => {
	const without = await planOf(t, {
		splits,
		columns: augmentedColumns,
		recipe: {context: 64, variants: 'drop'},
	});
	const plain = await planOf(t, {
		splits: {train: labelled(60), validation: labelled(12, 60)},
		columns: {text: utf8, label: utf8},
		recipe: {context: 64},
	});
	for (const split of ['train', 'validation'])
		t.deepEqual(documentsOf(shardRows(without, split)), documentsOf(shardRows(plain, split)));
});

test('a version without the column is as it was, unless variants shall be left out', (t) => {
	const {columns, ...version} = publish(temporaryFolder(t), {train: []}, {text: utf8, label: utf8});
	const settingsOf = (variants: unknown) =>
		recipeOf({objective: 'classification', base: 'none', variants}, 'test').settings;
	t.is(variantAnswer(settingsOf('keep'), {...version, columns}), null);
	const odd = {...version, columns: new Map([...columns, ['augmented', utf8.type]])};
	t.is(variantAnswer(settingsOf('keep'), odd), null);
	for (const [published, found] of [
		[{...version, columns}, /found columns label, text; augment in the pipeline/],
		[odd, /found it to be utf8; /],
	] as const)
		t.throws(() => variantAnswer(settingsOf('drop'), published), {
			instanceOf: MillraceError,
			code: 'schema',
			message: found,
		});
	t.throws(() => variantAnswer(settingsOf('if-they-help'), {...version, columns}), {
		code: 'usage',
		message: /expected variants 'keep' or 'drop' of a run, found one that a verdict decides/,
	});
});
