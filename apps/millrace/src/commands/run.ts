import {dryRun} from '@millrace/engine';
import {counted, duration, type Output} from '@millrace/terminal';
import {accountTable} from './account-table.ts';
import {rowsText} from './published-report.ts';
import {runPipeline, type RunFlags} from './run-pipeline.ts';

/** Runs a pipeline without publishing and shows what it would publish; returns the exit code. */
export async function runCommand(named: string, flags: RunFlags, output: Output): Promise<number> {
	const ran = await runPipeline(named, flags, output, dryRun);
	if ('stopped' in ran) return ran.stopped;
	const {pipeline, seconds, result} = ran;
	if (flags.json === true) {
		await output.lines(
			JSON.stringify({type: 'result', outcome: 'ran', name: pipeline.name, ...result, seconds}),
		);
		return 0;
	}
	const {accounts} = result;
	const line = `${pipeline.name}: ${rowsText(result)} of ${counted(accounts[0]?.in ?? 0, 'record')} would be published; ran in ${duration(seconds)} and published nothing.`;
	await output.lines(
		...(output.terminal ? [...accountTable(accounts, output.width, output.paint), '', line] : [line]),
	);
	return 0;
}
