import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {MillraceError, type Store} from '@millrace/core';
import {listVersions} from '@millrace/engine';
import {localStore} from '@millrace/io';
import {findPipeline, isPath, shownPath, workspaceAbove} from '@millrace/terminal';
import {loadPipeline} from '../cli/load-pipeline.ts';

/** A dataset that was published, without running its pipeline. */
export interface FoundStore {
	readonly store: Store;
	readonly folder: string;
	/** The folder as people write it from where they are. */
	readonly where: string;
}

/** Opens the folder of a pipeline's versions. Throws a MillraceError `missing` where nothing was ever published. */
export async function openPublished(named: string, out: string | undefined): Promise<FoundStore> {
	const folder = resolve(out ?? (await dataFolder(named)));
	const where = shownPath(folder);
	if (existsSync(folder)) return {store: localStore(folder), folder, where};
	throw new MillraceError(
		'missing',
		`${named}: expected published versions in ${where}, found no such folder; run millrace refresh ${named} first.`,
	);
}

/** Throws a MillraceError `missing` where a version that was asked for is not there, with those that are. */
export async function checkVersion({store, where}: FoundStore, version: number | undefined): Promise<void> {
	if (version === undefined) return;
	const versions = await listVersions(store);
	if (versions.includes(version)) return;
	const there =
		versions.length === 0
			? 'none'
			: `${versions.length > 1 ? `${versions[0] ?? ''} to ` : ''}${versions.at(-1) ?? ''}`;
	throw new MillraceError(
		'missing',
		`${where}: expected version ${version}, found ${there}; leave out --version for the newest.`,
	);
}

/** The folder of a pipeline's versions. A dataset outlives its pipeline, so a name alone needs no module. */
async function dataFolder(named: string): Promise<string> {
	const root = workspaceAbove(process.cwd());
	if (!isPath(named) && root !== undefined && existsSync(join(root, 'data', named)))
		return join(root, 'data', named);
	const found = await findPipeline(named);
	return found.name === undefined ? (await loadPipeline(named)).folder : join(found.root, 'data', found.name);
}
