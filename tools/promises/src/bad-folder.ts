import {existsSync, mkdirSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';
import {refreshModule, type Refreshed, type RefreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** An empty folder to read, and where its versions go. */
export function badFolder(t: ExecutionContext) {
	const folder = temporaryFolder(t);
	const [root, out, fresh] = [join(folder, 'in'), join(folder, 'out'), join(folder, 'fresh')];
	mkdirSync(root);
	return {folder, root, out, fresh};
}

/** URL of the pipeline that reads such a folder. */
export const badInput = import.meta.resolve('./pipelines/bad-input.ts');

export const line = (n: number, text = `line ${n} of a file`): string => `${JSON.stringify({text, n})}\n`;

export const lines = (count: number, first = 0): string =>
	Array.from({length: count}, (_, row) => line(first + row)).join('');

/** Refreshes the pipeline that reads such a folder. */
export const refreshed = async (
	root: string,
	out: string,
	given: object = {},
	options: Partial<RefreshModule> = {},
): Promise<Refreshed> => refreshModule({module: badInput, out, given: {root, ...given}, ...options});

/** All that a reader of the data can see. */
export const visible = (out: string): readonly string[] =>
	['manifests', 'versions'].flatMap((name) =>
		existsSync(join(out, name))
			? readdirSync(join(out, name), {recursive: true, encoding: 'utf8'}).sort()
			: [],
	);
