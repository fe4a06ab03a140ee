import {relative} from 'node:path';

/** A path as people write it from where they are: relative below the working directory, else as it is. */
export function shownPath(path: string, cwd = process.cwd()): string {
	const from = relative(cwd, path);
	if (from === '') return '.';
	return from.startsWith('..') ? path : from;
}
