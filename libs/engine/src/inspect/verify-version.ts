import {MillraceError, type Store} from '@millrace/core';
import {droppedRows} from '../work/accounts.ts';
import {departedSchema} from '../work/departed.ts';
import {listVersions, readManifest, type Manifest, type ManifestFile} from '../publish/manifest.ts';
import {objectDigest} from './object-digest.ts';
import {readShard} from './read-shard.ts';
import {viewFaults} from './view-faults.ts';

/** What was found of a version that should be as it was published. */
export interface Verification {
	readonly version: number;
	readonly files: number;
	readonly bytes: number;
	/** Rows read back from shards, dropped and quarantined ones included. */
	readonly rows: number;
	/** All that is wrong, each as a phrase that names the file; empty where the version is whole. */
	readonly faults: readonly string[];
}

export interface VerifyOptions {
	/** The newest unless given. */
	readonly version?: number;
	/** Told before each file. */
	readonly onFile?: (file: ManifestFile, index: number, files: number) => void;
}

/**
 * Checks every file of a version against its manifest, reads every shard back, and compares the folder that shows it.
 * Throws MillraceErrors `missing` where there is no such version, `corrupt` on a manifest that is none.
 */
export async function verifyVersion(
	store: Store,
	{version, onFile}: VerifyOptions = {},
): Promise<Verification> {
	const manifest = await readManifest(store, version);
	const faults: string[] = [...accountFaults(manifest)];
	let rows = 0;
	for (const [index, file] of manifest.files.entries()) {
		onFile?.(file, index, manifest.files.length);
		const fault = await contentFault(store, file);
		if (fault !== undefined) {
			faults.push(fault);
			continue;
		}
		if (file.rows === undefined) continue;
		const read = await rowsRead(store, manifest, file);
		if (typeof read === 'string') faults.push(read);
		else rows += read;
	}
	const newest = (await listVersions(store)).at(-1) === manifest.version;
	faults.push(...(await viewFaults(store, manifest, newest)));
	return {
		version: manifest.version,
		files: manifest.files.length,
		bytes: manifest.files.reduce((sum, {bytes}) => sum + bytes, 0),
		rows,
		faults,
	};
}

/** Why an object is not what the manifest says; undefined where it is. */
async function contentFault(
	store: Store,
	{path, object, bytes, sha256}: ManifestFile,
): Promise<string | undefined> {
	try {
		const found = await objectDigest(store, object);
		if (!found) return `${path}: missing (${object})`;
		if (found.bytes !== bytes) return `${path}: ${found.bytes} bytes, expected ${bytes} (${object})`;
		return found.sha256 === sha256
			? undefined
			: `${path}: other content than was published (${object}): its SHA-256 is ${found.sha256}, expected ${sha256}`;
	} catch (error) {
		return `${path}: cannot be read: ${messageOf(error)}`;
	}
}

/** The rows of a shard, or why it cannot be read. */
async function rowsRead(store: Store, {columns}: Manifest, file: ManifestFile): Promise<number | string> {
	let rows = 0;
	try {
		for await (const table of readShard(
			store,
			file,
			file.split === undefined ? departedSchema : new Map(columns),
		))
			rows += table.length;
	} catch (error) {
		if (!(error instanceof MillraceError)) throw error;
		return `${file.path}: cannot be read back: ${error.message}`;
	}
	return rows === file.rows ? rows : `${file.path}: ${rows} rows, expected ${file.rows ?? 0}`;
}

/** The accounts must balance, and end in the rows that were published. */
function accountFaults({accounts, rows, files}: Manifest): readonly string[] {
	const unbalanced = accounts
		.filter(
			(account) =>
				account.in + account.generated !== account.out + droppedRows(account) + account.quarantined,
		)
		.map(({stage}) => `manifest: the account of stage ${stage} does not balance`);
	const published = Object.values(rows).reduce((sum, own) => sum + own, 0);
	const inShards = files.reduce((sum, {rows: own = 0, split}) => sum + (split === undefined ? 0 : own), 0);
	const last = accounts.at(-1)?.out ?? published;
	if (published === last && inShards === last) return unbalanced;
	return [
		...unbalanced,
		`manifest: ${published} rows by split and ${inShards} in shards, expected the ${last} that the last stage let through`,
	];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
