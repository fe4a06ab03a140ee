import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {augmentedColumns, varied} from '../../fixtures/augmented.ts';
import {writeBase} from '../../fixtures/base.ts';
import {labelled, publish, temporaryFolder} from '../../fixtures/published.ts';
import {recipeOf} from '../recipe/recipe.ts';
import {
	ablationKey,
	ablationPath,
	keepAblation,
	readAblation,
	type AblationInput,
} from './ablation-record.ts';
import {judgedAblation} from './judged-ablation.ts';

const base = {kind: 'tiny-base', layers: 1, hidden: 8, heads: 1, vocabulary: 300};

test('the key is of what decides an ablation, and of nothing else', async (t) => {
	const folder = temporaryFolder(t);
	const published = publish(
		folder,
		{train: varied(labelled(9), 1), validation: labelled(3)},
		augmentedColumns,
	);
	const keyOf = async (change: Partial<AblationInput> = {}, settings: object = {}): Promise<string> =>
		ablationKey({
			recipe: recipeOf({objective: 'classification', base, ...settings}, 'test'),
			published,
			folder,
			runner: 'local',
			versions: 'v',
			seeds: 5,
			...change,
		});
	const key = await keyOf();
	for (const same of [
		keyOf({}, {name: 'other'}),
		keyOf({}, {variants: 'drop'}),
		keyOf({folder: temporaryFolder(t)}),
		keyOf({published: {...published, version: 2}}),
	])
		t.is(await same, key);
	const elsewhere = publish(
		temporaryFolder(t),
		{train: labelled(9), validation: labelled(3)},
		augmentedColumns,
	);
	const loaded = await writeBase(join(folder, 'base'));
	const others = await Promise.all([
		keyOf({seeds: 4}),
		keyOf({runner: 'probe'}),
		keyOf({versions: 'w'}),
		keyOf({published: elsewhere}),
		keyOf({}, {optimizer: {learningRate: 1}}),
		keyOf({}, {base: {...base, layers: 2}}),
		keyOf({}, {base: loaded}),
	]);
	writeFileSync(join(loaded, 'config.json'), '{}');
	others.push(await keyOf({}, {base: loaded}));
	t.is(new Set([key, ...others]).size, 9);
});

test('an ablation is read as it was kept; one that is torn, or of another key, is none', async (t) => {
	const folder = temporaryFolder(t);
	const recipe = recipeOf({objective: 'classification', base, name: 'mine'}, 'test');
	const published = publish(folder, {train: []});
	const path = ablationPath({recipe, published, folder}, 'k');
	t.is(path, join(folder, 'training/mine/ablations/k.json'));
	t.is(readAblation(path, 'k'), undefined);
	const metrics = {accuracy: 0.5};
	const outcome = {seed: 0, without: {id: 'a', metrics}, with: {id: 'b', metrics}};
	const subject = {
		key: 'k',
		name: 'mine',
		dataset: 'notes',
		version: 1,
		objective: 'classification',
		runner: 'probe',
		rows: 9,
		steps: null,
	} as const;
	const ablation = judgedAblation(subject, [outcome, {...outcome, seed: 1}]);
	await keepAblation(path, ablation);
	t.deepEqual(readAblation(path, 'k'), ablation);
	t.is(readAblation(path, 'other'), undefined);
	writeFileSync(path, '{"format": 1');
	t.is(readAblation(path, 'k'), undefined);
});
