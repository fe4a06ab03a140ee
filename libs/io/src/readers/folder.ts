import {realpathSync, statSync} from 'node:fs';
import {basename, dirname, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {MillraceError} from '@millrace/core';
import {z} from 'zod';
import {fileError, quoted} from './file-error.ts';

/**
 * The files that a reader reads: a file, a folder, or a folder with globs. Relative paths start at the working
 * directory. Globs match the path below the folder, with `/`; names that begin with a dot only where a glob says so.
 */
export type Files =
	| string
	| URL
	| {
			readonly root: string | URL;
			/** Default: all files with an ending of the format, also with `.gz` and `.zst`. */
			readonly include?: string | readonly string[];
			/** Wins over `include`; what it matches is not even looked at, so it also leaves out links and folders. */
			readonly exclude?: string | readonly string[];
			/** What to do with a symbolic link that leads out of the folder. Default `refuse`: an error names it. */
			readonly links?: 'refuse' | 'skip' | 'follow';
	  };

/** A folder with the globs that choose files in it. */
export interface Folder {
	readonly root: string;
	/** The one file to read, where a file was named. */
	readonly file?: string;
	readonly include: readonly string[];
	readonly exclude: readonly string[];
	readonly links: 'refuse' | 'skip' | 'follow';
}

const place = z.union([z.string().min(1), z.instanceof(URL)]);
const globs = z.union([z.string(), z.array(z.string()).readonly()]);
const links = z.enum(['refuse', 'skip', 'follow']);

export const filesOption = z.union([
	place,
	z.strictObject({
		root: place,
		include: globs.optional(),
		exclude: globs.optional(),
		links: links.optional(),
	}),
]);

/** Resolves the `files` option; nothing is read but whether a file or a folder was named. */
export function folderOf(files: z.output<typeof filesOption>, endings: readonly string[]): () => Folder {
	const named = typeof files === 'string' || files instanceof URL;
	const root = absolute(named ? files : files.root);
	const given: Globs = named ? {} : files;
	const folder = {
		include: list(given.include) ?? endings.map((ending) => `**/*${ending}{,.gz,.zst}`),
		exclude: list(given.exclude) ?? [],
		links: given.links ?? 'refuse',
	} as const;
	return () => {
		if (kindOf(root) === 'folder') return {root, ...folder};
		if (!named)
			throw new MillraceError(
				'usage',
				`${quoted(root)}: expected a folder, found a file; give the file alone as \`files\`.`,
			);
		return {root: dirname(root), file: basename(root), ...folder};
	};
}

function kindOf(root: string): 'file' | 'folder' {
	try {
		return statSync(realpathSync(root)).isDirectory() ? 'folder' : 'file';
	} catch (error) {
		throw fileError(root, 'a file or folder to read', error);
	}
}

interface Globs {
	readonly include?: string | readonly string[] | undefined;
	readonly exclude?: string | readonly string[] | undefined;
	readonly links?: Folder['links'] | undefined;
}

const absolute = (path: string | URL): string =>
	path instanceof URL ? resolve(fileURLToPath(path)) : resolve(path);
const list = (given: string | readonly string[] | undefined): readonly string[] | undefined =>
	typeof given === 'string' ? [given] : given;
