import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {MillraceError} from '@millrace/core';
import {localStore} from '@millrace/io';
import {baseSha256} from '../base/base-folder.ts';
import {makeTinyBase} from '../base/make-tiny-base.ts';
import {planTraining, type PlanOptions, type TrainingPlan} from '../plan/training-plan.ts';
import {localRunner, noPython, type LocalRunnerOptions} from '../runners/local-runner.ts';
import {localRecipe} from './local-recipe.ts';
import {runId} from './run-id.ts';
import type {TrainingRun} from './training-run.ts';

export interface PrepareLocalOptions extends PlanOptions {
	readonly runner: LocalRunnerOptions;
	/** What decides a result besides recipe, shards and base: a hash of the pinned packages. */
	readonly versions: string;
}

/**
 * Prepares a run of the local runner: plans it, packs token shards, makes a tiny base. Throws as `planTraining` does, and a
 * MillraceError `missing` where there is no Python environment, before anything is written.
 */
export async function prepareLocal(options: PrepareLocalOptions): Promise<TrainingRun> {
	const {recipe, folder, runner, versions, signal} = options;
	const {python} = runner;
	if (!existsSync(python)) throw new MillraceError('missing', noPython(python));
	const plan = await planTraining(options);
	const {base: given} = recipe.settings;
	const base =
		typeof given === 'object' && 'kind' in given
			? await makeTinyBase({
					plan,
					tiny: given,
					folder,
					python,
					runner: runner.folder,
					versions,
					...(signal ? {signal} : {}),
				})
			: {folder: plan.base ?? '', sha256: await baseSha256(plan.base ?? '')};
	const json = localRecipe(plan, base);
	const shards = shardsIn(folder, plan);
	const id = runId({
		runner: 'local',
		recipe: {...json, base: base.sha256},
		shards,
		versions,
	});
	const output = join(folder, 'training', plan.name, id);
	return {
		runner: localRunner(runner),
		runnerName: 'local',
		name: plan.name,
		plan,
		specification: {id, recipe: json, shards, output},
	};
}

function shardsIn(folder: string, {tokens}: TrainingPlan) {
	const root = fileURLToPath(localStore(folder).url);
	const urls = (split: string) =>
		tokens.shards
			.filter((shard) => shard.split === split)
			.map(({object, sha256, rows}) => ({url: pathToFileURL(join(root, object)).href, sha256, rows}));
	return {train: urls('train'), validation: urls('validation')};
}
