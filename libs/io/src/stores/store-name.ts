import {MillraceError} from '@millrace/core';

/** Throws a MillraceError `usage` unless a name is `/`-separated parts of `[a-z0-9._=-]`. */
export function checkName(where: string, name: string): void {
	if (!isName(name)) throw badName(where, name, 'a-z 0-9 . _ = -');
}

/** Whether a name may name an object. */
export const isName = (name: string): boolean => fits(name, /^[a-z0-9._=-]{1,200}$/);

/** Throws a MillraceError `usage` unless a prefix may begin a name; the empty prefix begins all. */
export function checkPrefix(where: string, prefix: string): void {
	const cut = prefix.lastIndexOf('/');
	const last = prefix.slice(cut + 1);
	if (cut >= 0 && !isName(prefix.slice(0, cut))) throw badName(where, prefix, 'a-z 0-9 . _ = -');
	if (!/^[a-z0-9._=-]*$/.test(last)) throw badName(where, prefix, 'a-z 0-9 . _ = -');
}

/** Throws a MillraceError `usage` unless a name may be shown in a folder: as `checkName`, and capital letters too. */
export function checkShownName(where: string, name: string): void {
	if (!fits(name, /^[A-Za-z0-9._=-]{1,200}$/)) throw badName(where, name, 'A-Z a-z 0-9 . _ = -');
}

/** The file that marks a folder made by `expose`. */
export const exposedMark = '.exposed';

/** What the names of temporary files begin with. */
export const temporaryMark = '.tmp-';

const isReserved = (part: string) =>
	part === '.' || part === '..' || part === exposedMark || part.startsWith(temporaryMark);

// 900 leaves room for a bucket's prefix below the 1,024 bytes that object stores allow.
const fits = (name: string, part: RegExp) =>
	name.length <= 900 && name.split('/').every((each) => part.test(each) && !isReserved(each));

const badName = (where: string, name: string, letters: string) =>
	new MillraceError(
		'usage',
		`${where}: expected a name of parts of ${letters} with "/" between them, none of them ".", ".." or beginning with "${temporaryMark}", ` +
			`found ${JSON.stringify(name.slice(0, 200))}; rename it.`,
	);
