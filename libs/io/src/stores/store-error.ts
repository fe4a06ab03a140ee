import {MillraceError, type ErrorCode} from '@millrace/core';

/** Turns an error of the file system to a sentence; a MillraceError stays as it is. */
export function storeError(where: string, error: unknown): Error {
	if (error instanceof MillraceError) return error;
	const code = errorCode(error);
	const [kind, advice] = known.get(code) ?? unknownFault;
	const found = error instanceof Error ? error.message : String(error);
	return new MillraceError(kind, `${where}: ${advice} The system said: ${found}.`, {cause: error});
}

/** The code of a system error, such as `ENOENT`; empty where there is none. */
export const errorCode = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Awaits what may fail with one of the codes, and gives undefined then. */
export async function unless<T>(codes: readonly string[], action: Promise<T>): Promise<T | undefined> {
	try {
		return await action;
	} catch (error) {
		if (codes.includes(errorCode(error))) return undefined;
		throw error;
	}
}

/** What a path that leads nowhere fails with. */
export const absent = ['ENOENT', 'ENOTDIR'] as const;

type Advice = readonly [ErrorCode, string];

const full: Advice = ['space', 'the disk is full; free some space or choose another place, then run again.'];
const denied: Advice = [
	'usage',
	'expected permission to read and write there, found none; change its owner or mode, or choose another place.',
];
const clash: Advice = [
	'usage',
	'a name cannot be both an object and a folder of objects; rename one of them.',
];
const unknownFault: Advice = [
	'temporary',
	'the file system failed; run again, and look at the disk if it fails again.',
];

const known: ReadonlyMap<string, Advice> = new Map([
	['ENOSPC', full],
	['EDQUOT', full],
	['EFBIG', full],
	['EACCES', denied],
	['EPERM', denied],
	['EROFS', denied],
	['ENOTDIR', clash],
	['EISDIR', clash],
	['EEXIST', clash],
	['ENOTEMPTY', clash],
	['ENOENT', ['missing', 'expected something there, found nothing; it may have been removed meanwhile.']],
	['ELOOP', ['usage', 'expected a file, found a symbolic link; remove the link.']],
	['ENAMETOOLONG', ['usage', 'the path is too long for the file system; choose a shorter place.']],
]);
