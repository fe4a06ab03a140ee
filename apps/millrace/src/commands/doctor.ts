import {join, resolve} from 'node:path';
import {type Cell, type Output, table, workspaceAbove} from '@millrace/terminal';
import {apertiumCheck} from './apertium-check.ts';
import {dataFolderChecks} from './data-folder-checks.ts';
import {toolChecks} from './tool-checks.ts';
import {transformersCheck} from './transformers-check.ts';

export interface DoctorFlags {
	readonly out?: string;
	readonly json?: boolean;
}

/** One thing that Millrace needs of a machine. */
export interface Check {
	readonly name: string;
	readonly ok: boolean;
	/** Whether nothing works without it. */
	readonly required: boolean;
	readonly found: string;
	/** What mends it; absent where it is well. */
	readonly mend?: string;
}

/** Checks the machine and names what mends it; returns 2 where something required is missing. */
export async function doctorCommand({out, json = false}: DoctorFlags, output: Output): Promise<number> {
	const root = workspaceAbove(process.cwd()) ?? resolve(import.meta.dirname, '../../../..');
	const checks = [
		...(await toolChecks(root)),
		apertiumCheck(),
		transformersCheck(),
		...(await dataFolderChecks(resolve(out ?? join(root, 'data')))),
	];
	const missing = checks.some(({ok, required}) => required && !ok);
	if (json)
		await output.lines(
			...checks.map((check) => JSON.stringify(check)),
			JSON.stringify({type: 'result', outcome: missing ? 'missing' : 'ready'}),
		);
	else await output.lines(...checkTable(checks, output));
	return missing ? 2 : 0;
}

function checkTable(checks: readonly Check[], {width, paint}: Output): readonly string[] {
	const rows = checks.map(({name, ok, required, found}): readonly Cell[] => [
		ok
			? {text: 'ok', tone: 'good'}
			: required
				? {text: 'missing', tone: 'bad'}
				: {text: 'optional', tone: 'warn'},
		name,
		found,
	]);
	const mends = checks.flatMap(({name, mend}) => (mend === undefined ? [] : [`${name}: ${mend}`]));
	return [
		...table([{title: ''}, {title: 'need'}, {title: 'found', least: 20}], rows, width, paint),
		...(mends.length > 0 ? ['', 'To mend:', ...mends.map((mend) => `  ${mend}`)] : []),
	];
}
