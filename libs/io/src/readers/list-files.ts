import {readdirSync, realpathSync, statSync, type Dirent} from 'node:fs';
import {dirname, join, sep} from 'node:path';
import {MillraceError, type SourceFile} from '@millrace/core';
import picomatch from 'picomatch';
import {fileError, quoted} from './file-error.ts';
import type {Folder} from './folder.ts';

/**
 * The files of a folder that its globs choose, sorted by code unit. A link inside the folder is followed; folders
 * that a link shows inside themselves are left out, since their files are listed already. One that leads out of the
 * folder is refused, skipped or followed, as the folder says. Throws a MillraceError that names what cannot be read.
 */
export function listFiles(folder: Folder): readonly SourceFile[] {
	const {root} = folder;
	if (folder.file !== undefined) return [sourceFile(root, folder.file)];
	const paths: string[] = [];
	const walk = {
		folder,
		real: realpathSync(root),
		chosen: matcher(folder.include),
		left: matcher(folder.exclude),
		paths,
	};
	walkFolder(walk, '', [walk.real]);
	return paths.sort((a, b) => (a < b ? -1 : 1)).map((path) => sourceFile(root, path));
}

/** The same, when asked for. */
export async function* listed(folder: () => Folder): AsyncGenerator<SourceFile> {
	yield* await Promise.resolve(listFiles(folder()));
}

interface Walk {
	readonly folder: Folder;
	readonly real: string;
	readonly chosen: (path: string) => boolean;
	readonly left: (path: string) => boolean;
	readonly paths: string[];
}

// Without the flag `s`, a name that holds a line break escapes `**`.
const matcher = (globs: readonly string[]): ((path: string) => boolean) =>
	globs.length === 0 ? () => false : picomatch([...globs], {flags: 's'});

function walkFolder(walk: Walk, below: string, above: readonly string[]): void {
	for (const entry of entriesOf(walk.folder.root, below)) {
		const path = below + entry.name;
		if (walk.left(path)) continue;
		if (entry.isFile()) {
			if (walk.chosen(path)) walk.paths.push(path);
		} else if (entry.isDirectory()) {
			walkFolder(walk, `${path}/`, above);
		} else if (entry.isSymbolicLink()) {
			followLink(walk, path, above);
		}
	}
}

function followLink(walk: Walk, path: string, above: readonly string[]): void {
	const {folder, real} = walk;
	const full = join(folder.root, path);
	const target = targetOf(full, walk.chosen(path));
	if (target === undefined || (!target.folder && !walk.chosen(path))) return;
	const inside = target.path === real || target.path.startsWith(real + sep);
	if (!inside && folder.links === 'skip') return;
	if (!inside && folder.links === 'refuse') {
		throw new MillraceError(
			'usage',
			`${quoted(full)}: expected links to stay below ${quoted(folder.root)}, found one to ${quoted(target.path)}; exclude it by a glob, or set links to "skip" or "follow".`,
		);
	}
	if (!target.folder) walk.paths.push(path);
	else if (!above.includes(target.path) && !isWithin(dirname(full), target.path))
		walkFolder(walk, `${path}/`, [...above, target.path]);
}

const isWithin = (path: string, folder: string): boolean =>
	`${realpathSync(path)}${sep}`.startsWith(folder + sep);

/** Where a link leads; undefined where it leads nowhere and no file is wanted under its name. */
function targetOf(
	full: string,
	wanted: boolean,
): {readonly path: string; readonly folder: boolean} | undefined {
	try {
		const path = realpathSync(full);
		return {path, folder: statSync(path).isDirectory()};
	} catch (error) {
		if (!wanted) return undefined;
		throw fileError(full, 'a link that leads to a file', error);
	}
}

function entriesOf(root: string, below: string): readonly Dirent[] {
	const full = join(root, below.slice(0, -1));
	try {
		return readdirSync(full, {withFileTypes: true});
	} catch (error) {
		throw fileError(full, 'a folder to list', error);
	}
}

function sourceFile(root: string, path: string): SourceFile {
	const full = join(root, path);
	try {
		const {size, mtimeNs, ctimeNs, ino} = statSync(full, {bigint: true});
		const last = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
		return {
			path,
			bytes: Number(size),
			stamp: `${size}-${mtimeNs}-${ctimeNs}-${ino}`,
			changed: Number(last / 1_000_000n),
		};
	} catch (error) {
		throw fileError(full, path.includes('\ufffd') ? 'a name in UTF-8' : 'a file', error);
	}
}
