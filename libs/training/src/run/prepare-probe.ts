import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {MillraceError, type Json} from '@millrace/core';
import {heldOutRows} from '../plan/run-steps.ts';
import type {PlanOptions} from '../plan/training-plan.ts';
import {probeRunner} from '../runners/probe-runner.ts';
import {shardsOf} from '../shards/published.ts';
import {columnTypes, rolesOf} from '../shards/recipe-columns.ts';
import {variantAnswer} from '../variants/variant-answer.ts';
import {runId} from './run-id.ts';
import type {TrainingRun} from './training-run.ts';

/** Changes when equal shards would give another probe. */
export const probeVersion = 1;

/** Prepares a run of the embedded probe runner, on the published shards as they are. Throws MillraceErrors `usage` and `schema`. */
export function prepareProbe({recipe, published, folder}: PlanOptions): TrainingRun {
	const {settings} = recipe;
	columnTypes(settings, published);
	const variants = variantAnswer(settings, published);
	const roles = rolesOf(settings);
	if (roles.has('input_ids'))
		throw new MillraceError(
			'usage',
			`recipe for ${published.dataset}: expected columns.text or columns.messages for the probe runner, which reads text, found columns.input_ids; train with --runner local.`,
		);
	const name = settings.name ?? published.dataset;
	const json: Json = {
		format: 1,
		name,
		objective: settings.objective,
		columns: Object.fromEntries(roles),
		...(variants === null ? {} : {variants}),
		heldOut: heldOutRows(settings.objective, settings.evaluate.sequences, 500),
		seed: settings.seed,
	};
	const shards = {
		train: plain(shardsOf(published, settings.splits.train)),
		validation: plain(shardsOf(published, settings.splits.validation)),
	};
	const id = runId({runner: 'probe', recipe: json, shards, versions: probeVersion});
	const output = join(folder, 'training', name, id);
	return {
		runner: probeRunner(),
		runnerName: 'probe',
		name,
		specification: {id, recipe: json, shards, output},
	};
}

const plain = (shards: ReturnType<typeof shardsOf>) =>
	shards.map(({url, sha256, rows}) => ({url: new URL(url, pathToFileURL('/')).href, sha256, rows}));
