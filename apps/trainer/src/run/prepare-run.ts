import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {MillraceError} from '@millrace/core';
import {shownPath} from '@millrace/terminal';
import {
	interpreterIn,
	prepareLocal,
	prepareProbe,
	pythonOf,
	type PlanOptions,
	type RunnerName,
	type TrainingRun,
} from '@millrace/training';
import {runnerFolder, trainerEnvironment} from '../data/trainer-environment.ts';

/** Prepares a run of a runner. Throws a MillraceError `missing` where the Python environment is not as it is pinned. */
export const prepareRun = async (runner: RunnerName, options: PlanOptions): Promise<TrainingRun> =>
	runner === 'probe' ? prepareProbe(options) : preparePython(options);

/** A hash of the packages that a runner is pinned to. */
export const runnerVersions = (runner: RunnerName): string =>
	createHash('sha256')
		.update(
			runner === 'local' && existsSync(trainerEnvironment.requirements)
				? readFileSync(trainerEnvironment.requirements)
				: '',
		)
		.digest('hex');

async function preparePython(options: PlanOptions): Promise<TrainingRun> {
	const python = await pythonOf(trainerEnvironment);
	if (python === undefined && existsSync(trainerEnvironment.folder))
		throw new MillraceError(
			'missing',
			`local runner: expected the packages that ${shownPath(trainerEnvironment.requirements)} pins in ${shownPath(trainerEnvironment.folder)}, found others, or an environment half made; run npm run trainer:setup.`,
		);
	const interpreter = python ?? interpreterIn(trainerEnvironment.folder);
	return prepareLocal({
		...options,
		versions: runnerVersions('local'),
		runner: {python: interpreter, folder: runnerFolder},
	});
}
