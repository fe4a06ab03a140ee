import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {exportedSettings, makeReport, type ReportSettings} from '@millrace/report';
import {
	findPipeline,
	isPath,
	loadModule,
	type Output,
	shownPath,
	stopSignals,
	visible,
	workspaceAbove,
} from '@millrace/terminal';
import {costLines} from './cost-lines.ts';
import {checkVersion, openPublished} from './store-folder.ts';

export interface ReportFlags {
	readonly version?: number;
	readonly out?: string;
	readonly json?: boolean;
}

/** Makes the report of a version anew and prints where it is; returns the exit code. */
export async function reportCommand(
	named: string,
	{version, out, json = false}: ReportFlags,
	output: Output,
): Promise<number> {
	const opened = await openPublished(named, out);
	await checkVersion(opened, version);
	using stop = stopSignals((name) => {
		process.stderr.write(`millrace: ${name}: stopping; once more to end at once.\n`);
	});
	const {report, page, figures} = await makeReport(opened.store, {
		...(version === undefined ? {} : {version}),
		settings: await settingsOf(named),
		signal: stop.signal,
	});
	const [path, name] = [join(opened.where, page), `${report.name} version ${report.version}`];
	const {verdict, alerts} = report;
	const cost = report.augmentation?.cost;
	if (json) {
		const {name, version} = report;
		const made = {name, version, page: path, figures: join(opened.where, figures), verdict, alerts};
		await output.lines(
			JSON.stringify({type: 'result', outcome: 'reported', ...made, ...(cost ? {cost} : {})}),
		);
	} else {
		await output.lines(
			`${name}: ${visible(path)}. ${verdict.sentence}`,
			...(cost ? costLines(cost, output.width, output.paint) : []),
		);
	}
	return 0;
}

/** The report settings of a pipeline; a dataset outlives its pipeline, and then its columns are found by their names. */
async function settingsOf(named: string): Promise<ReportSettings | undefined> {
	const root = workspaceAbove(process.cwd());
	const gone =
		!isPath(named) && root !== undefined && !existsSync(join(root, 'pipelines', named, 'pipeline.ts'));
	if (gone) return undefined;
	const {path} = await findPipeline(named);
	return exportedSettings(shownPath(path), await loadModule(path));
}
