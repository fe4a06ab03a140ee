import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {MillraceError, type RunEvent, type Runner, type RunSpecification} from '@millrace/core';
import {recorded} from './recorded.ts';
import {newestProbe, saveProbe} from './probe-checkpoint.ts';
import {probeLearner} from './probe-learner.ts';
import {probeRecipe} from './probe-recipe.ts';
import {probeRows, shuffled} from './probe-rows.ts';
import {writeFolder, writeWhole} from './write-folder.ts';

/** Points of the learning curve: each is a probe trained on twice the rows of the one before, the last on all. */
const points = 8;

/**
 * The embedded runner: trains a probe of `@millrace/probes` in this process, in seconds and without Python, on published
 * shards. A step is a point of its learning curve; its loss is that of held-out rows (nats a row of a classifier, a byte
 * of a language model). The last probe is kept in `final/`.
 */
export function probeRunner(): Runner {
	return {
		name: 'probe',
		run: (specification, signal) => recorded(specification.output, attempted(specification, signal)),
	};
}

async function* attempted(specification: RunSpecification, signal: AbortSignal): AsyncGenerator<RunEvent> {
	try {
		yield* trained(specification, signal);
	} catch (error) {
		if (signal.aborted && error instanceof Error && isStop(error)) yield {type: 'end', outcome: 'stopped'};
		else
			yield {type: 'end', outcome: 'failed', error: error instanceof Error ? error.message : String(error)};
	}
}

/** A getter that changes while the compiler is not looking. */
const isStopped = ({aborted}: AbortSignal): boolean => aborted;

const isStop = (error: Error): boolean =>
	error.name === 'AbortError' || (error instanceof MillraceError && error.code === 'stopped');

async function* trained(
	{id, recipe, shards, output}: RunSpecification,
	signal: AbortSignal,
): AsyncGenerator<RunEvent> {
	const settings = probeRecipe(recipe);
	if (isStopped(signal)) {
		yield {type: 'end', outcome: 'stopped'};
		return;
	}
	const {variants} = settings;
	const train = await probeRows(shards['train'] ?? [], settings, variants === 'drop');
	const heldOut = await probeRows(shards['validation'] ?? [], settings, variants !== undefined);
	demandRows(train.rows.length, heldOut.rows.length);
	await mkdir(output, {recursive: true});
	await writeWhole(
		join(output, 'spec.json'),
		`${JSON.stringify({id, recipe, shards, output}, undefined, '\t')}\n`,
	);
	const kept = newestProbe(output, id);
	yield {type: 'start', steps: points, device: 'this process', resumed: kept?.step ?? 0};
	for (const [split, {rows, more}] of Object.entries({train, validation: heldOut}))
		if (more)
			yield {
				type: 'warn',
				message: `Only the first ${rows.length} rows of ${split} are used; a probe holds its rows in memory.`,
			};
	const order = shuffled(train.rows, settings.seed);
	const learner = probeLearner(settings, order, heldOut.rows);
	let newest = kept;
	let metrics = kept ? await learner.judge(kept.text) : learner.before();
	if (!kept) yield {type: 'eval', step: 0, metrics};
	for (let step = (kept?.step ?? 0) + 1; step <= points; step++) {
		const started = performance.now();
		const rows = order.slice(0, Math.max(1, Math.round(order.length / 2 ** (points - step))));
		const fitted = await learner.fit(rows, signal);
		({metrics} = fitted);
		const loss = metrics['loss'] ?? NaN;
		if (!Number.isFinite(loss))
			throw new MillraceError(
				'accounts',
				`probe runner: expected a finite loss at step ${step}, found ${loss}; the checkpoint of step ${step - 1} is kept.`,
			);
		newest = {step, file: fitted.file, text: fitted.text};
		yield {type: 'step', step, loss, tokens: fitted.tokens, seconds: (performance.now() - started) / 1000};
		yield {type: 'checkpoint', step, path: await saveProbe(output, id, step, fitted)};
		if (isStopped(signal) && step < points) {
			yield {type: 'end', outcome: 'stopped'};
			return;
		}
		// The command line draws what it was told while this process trains on.
		await new Promise(setImmediate);
	}
	if (newest)
		await writeFolder(join(output, 'final'), {
			[newest.file]: newest.text,
			...(await learner.report(newest.text)),
		});
	yield {type: 'eval', step: points, metrics};
	yield {type: 'end', outcome: 'done'};
}

function demandRows(train: number, heldOut: number): void {
	if (train > 1 && heldOut > 0) return;
	throw new MillraceError(
		'usage',
		`probe runner: expected two training rows and a held-out one with text and label, found ${train} and ${heldOut}; look at the columns and splits of the recipe.`,
	);
}
