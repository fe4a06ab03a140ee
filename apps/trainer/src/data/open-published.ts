import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {MillraceError} from '@millrace/core';
import {readManifest} from '@millrace/engine';
import {localStore} from '@millrace/io';
import {shownPath} from '@millrace/terminal';
import type {Published} from '@millrace/training';

/** A published version as training sees it; the newest unless one is named. Throws a MillraceError `missing` where there is none. */
export async function openPublished(named: string, folder: string, version?: number): Promise<Published> {
	if (!existsSync(folder))
		throw new MillraceError(
			'missing',
			`${named}: expected a published version in ${shownPath(folder)}, found no such folder; run millrace refresh ${named} first.`,
		);
	const store = localStore(folder);
	const root = fileURLToPath(store.url);
	const manifest = await readManifest(store, version);
	return {
		dataset: manifest.name,
		version: manifest.version,
		columns: new Map(manifest.columns),
		shards: manifest.files.flatMap(({split, object, sha256, rows}) =>
			split === undefined
				? []
				: [{split, url: pathToFileURL(join(root, object)).href, sha256, rows: rows ?? 0}],
		),
	};
}
