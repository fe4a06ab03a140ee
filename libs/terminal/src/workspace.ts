import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';

/** The folder with nx.json at or above a folder; undefined where there is none. */
export function workspaceAbove(folder: string): string | undefined {
	for (let at = resolve(folder); ; at = dirname(at)) {
		if (existsSync(join(at, 'nx.json'))) return at;
		if (at === dirname(at)) return undefined;
	}
}

/** The pipelines of a workspace: the names of the folders under `pipelines` with a pipeline.ts, sorted. */
export async function pipelineNames(root: string): Promise<readonly string[]> {
	const folder = join(root, 'pipelines');
	if (!existsSync(folder)) return [];
	const entries = await readdir(folder);
	return entries.filter((name) => existsSync(join(folder, name, 'pipeline.ts'))).sort();
}
