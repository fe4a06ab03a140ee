import {MillraceError, type PipelinePlan} from '@millrace/core';
import type {Manifest, RefreshResult, RunOptions} from '@millrace/engine';
import {
	exportedSettings,
	makeReport,
	readReport,
	reportPage,
	rolesOf,
	type MadeReport,
	type ReportSettings,
} from '@millrace/report';
import {saysTheSame} from './says-the-same.ts';

/** What the report of a refresh needs; it is prepared before the run, so that a wrong setting costs no run. */
export interface ReportPlan {
	readonly settings: ReportSettings | undefined;
	readonly options: RunOptions;
}

/** Reads the report settings of a pipeline's module and checks them against the columns that it will publish. */
export function planReport(pipeline: PipelinePlan, options: RunOptions, exports: unknown): ReportPlan {
	const where = `pipeline ${pipeline.name}`;
	const settings = exportedSettings(where, exports);
	rolesOf(where, new Map([...pipeline.schema].filter(([name]) => name !== pipeline.writer?.split)), settings);
	return {settings, options};
}

/**
 * Makes the report of what a refresh published, or of what was published before where it has none that looks at the
 * same columns. Returns undefined where there is nothing to do.
 */
export async function reportAfter(
	{outcome, manifest}: RefreshResult,
	{settings, options: {store, signal, onEvent}}: ReportPlan,
): Promise<MadeReport | undefined> {
	const {version} = manifest;
	if (outcome === 'unchanged' && (await store.size(reportPage(version))) !== undefined) {
		const roles = rolesOf(`${manifest.name} version ${version}`, new Map(manifest.columns), settings);
		const known = await readReport(store, version);
		if (known && saysTheSame(known, roles, settings?.prices)) return undefined;
	}
	onEvent?.({type: 'phase', phase: 'report', total: 1, cached: 0});
	try {
		return await makeReport(store, {version, settings, signal});
	} catch (error) {
		throw published(manifest, error);
	}
}

/** The version is there all the same, which whoever reads the error must know. */
function published({name, version}: Manifest, error: unknown): unknown {
	if (!(error instanceof MillraceError)) return error;
	return new MillraceError(
		error.code,
		`${name}: version ${version} is published, but its report is not: ${error.message}`,
		{cause: error},
	);
}
