import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import {promisify} from 'node:util';
import {fingerprint, MillraceError} from '@millrace/core';
import type {TrainingPlan} from '../plan/training-plan.ts';
import type {TinyBase} from '../recipe/tiny-base.ts';
import {baseSha256} from './base-folder.ts';

export interface TinyBaseInput {
	readonly plan: TrainingPlan;
	readonly tiny: TinyBase;
	/** The folder of the dataset. */
	readonly folder: string;
	readonly python: string;
	/** The folder that holds the package `millrace_runner`. */
	readonly runner: string;
	/** What decides the bytes besides: the pinned packages. */
	readonly versions: string;
	readonly signal?: AbortSignal;
}

/** Makes the tiny base of a plan by the Python runner, unless an equal one is there already. Throws a MillraceError `usage` where that fails. */
export async function makeTinyBase({
	plan,
	tiny,
	folder,
	python,
	runner,
	versions,
	signal,
}: TinyBaseInput): Promise<{readonly folder: string; readonly sha256: string}> {
	const {objective, context, seed} = plan.settings;
	const {layers, hidden, heads} = tiny;
	const request = {
		objective,
		...(objective === 'classification' ? {labels: [...plan.tokens.labels]} : {}),
		layers,
		hidden,
		heads,
		context: tiny.context ?? context,
		seed,
	};
	const key = fingerprint({format: 1, ...request, tokenizer: plan.tokenizer.sha256, versions});
	const target = join(folder, 'training/shared/bases', key);
	if (!existsSync(join(target, 'config.json'))) {
		const asked = `${target}.request.json`;
		await mkdir(join(folder, 'training/shared/bases'), {recursive: true});
		await writeFile(asked, JSON.stringify({folder: target, tokenizer: plan.tokenizer.path, ...request}));
		try {
			await promisify(execFile)(python, ['-m', 'millrace_runner', 'make-base', asked], {
				cwd: runner,
				env: {
					...process.env,
					PYTHONPATH: [runner, process.env['PYTHONPATH'] ?? ''].filter((path) => path !== '').join(delimiter),
					PYTHONDONTWRITEBYTECODE: '1',
				},
				timeout: 300_000,
				...(signal ? {signal} : {}),
			});
		} catch (cause) {
			if (signal?.aborted === true)
				throw new MillraceError('stopped', 'training was stopped before its first step.', {cause});
			throw new MillraceError('usage', `tiny base: it could not be made: ${reason(cause)}`, {cause});
		} finally {
			await rm(asked, {force: true});
		}
	}
	return {folder: target, sha256: await baseSha256(target)};
}

/** What the runner said on stderr, else the error itself. */
function reason(cause: unknown): string {
	const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
	const last = said.split('\n').at(-1) ?? '';
	return last === '' ? `${String(cause)}.` : last;
}
