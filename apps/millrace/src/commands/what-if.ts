import {readManifest, whatIf} from '@millrace/engine';
import {counted, type Output, type Setting, wrap} from '@millrace/terminal';
import {loadPipeline} from '../cli/load-pipeline.ts';
import {plain} from '../terminal/show-value.ts';
import {checkVersion, openPublished} from './store-folder.ts';
import {whatIfLines} from './what-if-lines.ts';

export interface WhatIfFlags {
	readonly rule?: string;
	readonly values?: readonly number[];
	readonly set?: readonly Setting[];
	readonly version?: number;
	readonly out?: string;
	readonly json?: boolean;
}

/** Says how many rows other thresholds would keep, from the scores of a version; returns the exit code. */
export async function whatIfCommand(
	named: string,
	{rule, values, set = [], version, out, json = false}: WhatIfFlags,
	output: Output,
): Promise<number> {
	const opened = await openPublished(named, out);
	await checkVersion(opened, version);
	const {store} = opened;
	const manifest = await readManifest(store, version);
	const {pipeline} = await loadPipeline(named, {set});
	const swept = await whatIf(pipeline, {
		store,
		manifest,
		...(rule === undefined ? {} : {rule}),
		...(values === undefined ? {} : {values}),
	});
	const where = `${manifest.name} version ${manifest.version}`;
	if (json) {
		for (const each of swept) await output.lines(JSON.stringify(plain(each)));
		return 0;
	}
	const {width, paint} = output;
	const rows = Object.values(manifest.rows).reduce((sum, own) => sum + own, 0);
	if (swept.length === 0) {
		await output.lines(`${where}: no stage of the pipeline has rules, so there is no threshold to try.`);
		return 0;
	}
	await output.lines(
		...wrap(
			`${where}, ${counted(rows, 'row')} published: what other thresholds would keep, by the scores that are kept with it.`,
			width,
			3,
		),
	);
	for (const each of swept) await output.lines('', ...whatIfLines(each, width, paint));
	if (swept.some((each) => each.swept.some(({unseen}) => unseen > 0)))
		await output.lines(
			'',
			...wrap(
				'unseen: of the rows published, those that the rule drops now; stages after it have not seen them and may drop them.',
				width,
				3,
			).map((line) => paint('quiet', line)),
		);
	return 0;
}
