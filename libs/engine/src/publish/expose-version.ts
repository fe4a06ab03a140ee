import type {Store} from '@millrace/core';
import {versionFolder, type Manifest} from './manifest.ts';

/** Shows a published version as a folder of files; made again whenever it is missing. */
export async function exposeVersion(store: Store, {version, files}: Manifest): Promise<void> {
	await store.expose(
		versionFolder(version),
		new Map(files.map(({path, object}) => [path, object])),
		'latest',
	);
}
