import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {quoted} from './file-error.ts';

/** The place of a source below a folder. Throws a MillraceError `usage` on a path that leads out of it. */
export function sourcePath(root: string, path: string): string {
	const leadsOut =
		path === '' || path.startsWith('/') || path.includes('\0') || path.split('/').includes('..');
	if (leadsOut)
		throw new MillraceError(
			'usage',
			`source ${quoted(path)}: expected a path below ${quoted(root)}, found one that leads out of it.`,
		);
	return join(root, path);
}
