import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {sha256} from '@millrace/core';
import {localStore} from '@millrace/io';
import {newestManifest, versionFolder, type Manifest} from '@millrace/engine';

/** A hash of every byte of the newest version: its manifest and all files as its folder shows them. */
export async function versionDigest(out: string): Promise<string> {
	const manifest = await newestManifest(localStore(out));
	if (!manifest) return 'nothing published';
	const files = manifest.files.map(({path, sha256: digest}) => {
		const found = sha256(readFileSync(join(out, versionFolder(manifest.version), path)));
		return found === digest ? `${path} ${found}` : `${path} differs from its manifest`;
	});
	return sha256([sha256(JSON.stringify(unnumbered(manifest))), ...files].join('\n'));
}

/** A version rebuilt elsewhere may have another number. */
const unnumbered = (manifest: Manifest): Manifest => ({...manifest, version: 0});
