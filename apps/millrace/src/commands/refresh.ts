import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {refresh, versionFolder} from '@millrace/engine';
import type {Output} from '../cli/output.ts';
import {counted} from '../terminal/amounts.ts';
import {publishedLine, publishedReport, rowTotal} from './published-report.ts';
import {runPipeline, type RunFlags} from './run-pipeline.ts';

/** Runs a pipeline, publishes a version and shows what it did; returns the exit code. */
export async function refreshCommand(named: string, flags: RunFlags, output: Output): Promise<number> {
	if (flags.limit !== undefined && flags.out === undefined) {
		throw new MillraceError(
			'usage',
			'refresh --limit: expected --out as well, for the first records would replace the dataset; name a folder for them, or use millrace run.',
		);
	}
	const ran = await runPipeline(named, flags, output, refresh);
	if ('stopped' in ran) return ran.stopped;
	const {folder, seconds, result} = ran;
	const {outcome, manifest} = result;
	const {name, version, rows, accounts} = manifest;
	if (flags.json === true) {
		await output.lines(
			JSON.stringify({
				type: 'result',
				outcome,
				name,
				version,
				folder: join(folder, versionFolder(version)),
				rows,
				accounts,
				seconds,
			}),
		);
	} else if (outcome === 'unchanged') {
		await output.lines(
			`${name}: nothing changed since version ${version} of ${counted(rowTotal(rows), 'row')}; there is nothing to do.`,
		);
	} else if (output.terminal) {
		await output.lines(
			...publishedReport(manifest, {...flags, named, folder, seconds}, output.width, output.paint),
		);
	} else {
		await output.lines(publishedLine(manifest, {folder, seconds}));
	}
	return 0;
}
