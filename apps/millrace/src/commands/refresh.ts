import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {refresh, versionFolder} from '@millrace/engine';
import {counted, type Output, visible} from '@millrace/terminal';
import {publishedLine, publishedReport, rowTotal} from './published-report.ts';
import {planReport, reportAfter} from './report-after.ts';
import {runPipeline, type RunFlags} from './run-pipeline.ts';

/** Runs a pipeline, publishes a version, makes its report and shows what it did; returns the exit code. */
export async function refreshCommand(named: string, flags: RunFlags, output: Output): Promise<number> {
	if (flags.limit !== undefined && flags.out === undefined) {
		throw new MillraceError(
			'usage',
			'refresh --limit: expected --out as well, for the first records would replace the dataset; name a folder for them, or use millrace run.',
		);
	}
	const ran = await runPipeline(named, flags, output, async (pipeline, options, exports) => {
		const plan = flags.report === false ? undefined : planReport(pipeline, options, exports);
		const result = await refresh(pipeline, options);
		return {...result, made: plan && (await reportAfter(result, plan))};
	});
	if ('stopped' in ran) return ran.stopped;
	const {folder, seconds, result} = ran;
	const {outcome, manifest, made} = result;
	const {name, version, rows, accounts} = manifest;
	const report = made && {path: join(folder, made.page), sentence: made.report.verdict.sentence};
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
				report: report?.path ?? null,
				seconds,
			}),
		);
	} else if (outcome === 'unchanged') {
		await output.lines(
			`${name}: nothing changed since version ${version} of ${counted(rowTotal(rows), 'row')}; ${report ? `its report is made anew: ${visible(report.path)}` : 'there is nothing to do'}.`,
		);
	} else if (output.terminal) {
		const told = {...flags, named, folder, seconds, shown: report};
		await output.lines(...publishedReport(manifest, told, output.width, output.paint));
	} else {
		await output.lines(publishedLine(manifest, {folder, seconds, shown: report}));
	}
	return 0;
}
