import {MillraceError, type ErrorCode} from '@millrace/core';

const known: Readonly<Record<string, readonly [code: ErrorCode, found: string, advice: string]>> = {
	ENOENT: ['missing', 'nothing', 'it may have been moved or deleted meanwhile; check the path'],
	ENOTDIR: ['missing', 'a path that leads through a file', 'check the path'],
	EACCES: [
		'usage',
		'that permission is denied',
		'let the user who runs this read it, or exclude it by a glob',
	],
	EPERM: [
		'usage',
		'that permission is denied',
		'let the user who runs this read it, or exclude it by a glob',
	],
	EISDIR: ['usage', 'a folder', 'name a file'],
	ELOOP: ['usage', 'symbolic links that lead in a circle', 'remove or exclude them'],
	EMFILE: ['temporary', 'that too many files are open', 'raise the limit (ulimit -n) or use fewer workers'],
};

/** Turns an error of the file system into a sentence that names the file; any other error is returned as it is. */
export function fileError(path: string, wanted: string, error: unknown): unknown {
	if (!isSystemError(error)) return error;
	const [kind, found, advice] = known[error.code] ?? ['temporary', `the error ${error.code}`, 'try again'];
	return new MillraceError(kind, `${quoted(path)}: expected ${wanted}, found ${found}; ${advice}.`, {
		cause: error,
	});
}

const isSystemError = (error: unknown): error is Error & {readonly code: string} =>
	error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

/** A path as an error shows it: names with quotes or line breaks stay on one line. */
export const quoted = (path: string): string => (/^[^\s"'\p{C}]+$/u.test(path) ? path : JSON.stringify(path));

/** The error of a reader, which names the file, once; an error that is a fault of ours stays what it is. */
export function namedError(path: string, error: unknown): unknown {
	if (!(error instanceof MillraceError)) return fileError(path, 'a file to read', error);
	return error.message.startsWith(quoted(path))
		? error
		: new MillraceError(error.code, `${quoted(path)}: ${error.message}`, {cause: error});
}
