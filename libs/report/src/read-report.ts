import type {Store} from '@millrace/core';
import {reportFigures} from './report-name.ts';
import type {Report} from './report.ts';

/** The report that was made of a version; undefined where there is none of this format. */
export async function readReport(store: Store, version: number): Promise<Report | undefined> {
	const name = reportFigures(version);
	if ((await store.size(name)) === undefined) return undefined;
	const value = parsed(new TextDecoder().decode(await store.get(name)));
	return isReport(value) && value.version === version ? value : undefined;
}

/** A report is derived: one that is torn is made again. */
function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

const isReport = (value: unknown): value is Report =>
	typeof value === 'object' &&
	value !== null &&
	'format' in value &&
	value.format === 1 &&
	'roles' in value &&
	'funnel' in value &&
	'verdict' in value;
