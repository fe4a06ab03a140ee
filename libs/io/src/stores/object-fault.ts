import {MillraceError} from '@millrace/core';

/** What `get` throws where there is no object. */
export const missing = (where: string): MillraceError =>
	new MillraceError(
		'missing',
		`${where}: expected an object, found none; make it first, or correct the name.`,
	);

/** What `get` throws where a range ends beyond the object. */
export const tooShort = (where: string, end: number, size: number): MillraceError =>
	new MillraceError(
		'corrupt',
		`${where}: expected at least ${end} bytes, found ${size}; the object was cut short or the range is wrong.`,
	);

/** Throws a MillraceError `usage` unless a range is whole numbers with 0 <= start <= end. */
export function checkRange(
	where: string,
	{start, end}: {readonly start: number; readonly end: number},
): void {
	if (Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end) return;
	throw new MillraceError(
		'usage',
		`${where}: expected a range with 0 <= start <= end, found ${start} to ${end}; correct the range.`,
	);
}

/** What `expose` throws where objects to show are not there; all of them at once. */
export const nothingToShow = (where: string, names: readonly string[]): MillraceError =>
	new MillraceError(
		'missing',
		`${where}: expected objects to show, found none named ${names.join(', ')}; make them first.`,
	);

/** What `expose` throws where the folder holds something else. */
export const notShown = (where: string, path: string): MillraceError =>
	new MillraceError(
		'usage',
		`${where}: expected a folder that an earlier run made, or none, found ${path} with other contents; move it away or choose another folder.`,
	);
