import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fingerprint, type Json} from '@millrace/core';
import {baseFolder, baseSha256} from '../base/base-folder.ts';
import type {Recipe} from '../recipe/recipe.ts';
import {probeVersion} from '../run/prepare-probe.ts';
import type {RunnerName} from '../runners/runner-name.ts';
import {writeWhole} from '../runners/write-folder.ts';
import {shardLayout} from '../shards/pack-shards.ts';
import {shardsOf, type Published} from '../shards/published.ts';
import {runnerAblationShape, type RunnerAblation} from './runner-ablation.ts';

/** What decides an ablation. */
export interface AblationInput {
	readonly recipe: Recipe;
	readonly published: Published;
	/** The folder of the dataset. */
	readonly folder: string;
	readonly runner: RunnerName;
	/** A hash of the pinned packages of the runner. */
	readonly versions: string;
	readonly seeds: number;
}

/** The fingerprint of what decides an ablation: recipe, seeds, runner, published shards, base and packages. */
export async function ablationKey(input: AblationInput): Promise<string> {
	const {recipe, published, runner, versions, seeds} = input;
	const {variants: _, name: __, base, splits, ...settings} = recipe.settings;
	const shards = (named: string | readonly string[]): Json =>
		shardsOf(published, named).map(({sha256}) => sha256);
	return fingerprint({
		format: 1,
		runner,
		versions,
		seeds,
		layouts: {probe: probeVersion, shards: shardLayout},
		settings: JSON.stringify(settings),
		shards: {train: shards(splits.train), validation: shards(splits.validation)},
		base:
			runner === 'probe'
				? null
				: typeof base === 'string' || base instanceof URL
					? await baseSha256(baseFolder(base, recipe.module))
					: JSON.stringify(base),
	});
}

/** Where an ablation is kept: in the folder of the recipe's results. */
export const ablationPath = (
	{recipe, published, folder}: Pick<AblationInput, 'recipe' | 'published' | 'folder'>,
	key: string,
): string => join(folder, 'training', recipe.settings.name ?? published.dataset, 'ablations', `${key}.json`);

/** The ablation that was kept at a path; undefined where there is none of this format and key. */
export function readAblation(path: string, key: string): RunnerAblation | undefined {
	if (!existsSync(path)) return undefined;
	const parsed = runnerAblationShape.safeParse(jsonOf(readFileSync(path, 'utf8')));
	return parsed.success && parsed.data.key === key ? parsed.data : undefined;
}

/** Keeps an ablation at its path, whole. */
export const keepAblation = async (path: string, ablation: RunnerAblation): Promise<void> =>
	writeWhole(path, `${JSON.stringify(ablation, undefined, '\t')}\n`);

function jsonOf(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}
