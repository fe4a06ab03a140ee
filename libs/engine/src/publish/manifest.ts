import {MillraceError, type ColumnType, type Comparison, type Store} from '@millrace/core';
import {parsedJson} from '../parsed-json.ts';
import type {StageAccount} from '../work/accounts.ts';

/** A version of a dataset; the object that holds it is its commit point. Nothing in it depends on time or machine. */
export interface Manifest {
	readonly format: 1;
	readonly name: string;
	readonly version: number;
	/** Hash of pipeline, inputs and locked versions: a refresh that finds it again has nothing to do. */
	readonly run: string;
	readonly plan: string;
	/** Published rows by split. */
	readonly rows: Readonly<Record<string, number>>;
	readonly columns: readonly (readonly [name: string, type: ColumnType])[];
	/** The files of the version's folder, each with the object that holds it. */
	readonly files: readonly ManifestFile[];
	/** Accounts of all partitions together, by stage in order. */
	readonly accounts: readonly StageAccount[];
	/** The rules of all stages, in order; absent in versions that an earlier Millrace published. */
	readonly rules?: readonly ManifestRule[];
	readonly sources: {readonly files: number; readonly records: number; readonly partitions: number};
	readonly locked: {
		readonly node: string;
		readonly icu: string;
		readonly unicode: string;
		readonly packages: Readonly<Record<string, string>>;
	};
}

/** A rule of a stage as it stood for a version. */
export interface ManifestRule {
	readonly stage: string;
	readonly reason: string;
	readonly option: string;
	readonly dropIf: Comparison;
	/** Null where the rule was off. */
	readonly threshold: number | null;
}

export interface ManifestFile {
	/** Name within the version's folder. */
	readonly path: string;
	readonly object: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly rows?: number;
	readonly split?: string;
}

export const manifestName = (version: number): string =>
	`manifests/v${String(version).padStart(6, '0')}.json`;

export const versionFolder = (version: number): string => `versions/v${String(version).padStart(6, '0')}`;

/** Version numbers, ascending. */
export async function listVersions(store: Store): Promise<readonly number[]> {
	const versions: number[] = [];
	for await (const name of store.list('manifests/')) {
		const [, digits] = /^manifests\/v(\d{6,})\.json$/.exec(name) ?? [];
		if (digits !== undefined) versions.push(Number(digits));
	}
	return versions.sort((a, b) => a - b);
}

/** The manifest of a version; the newest unless one is named. Throws `missing` where there is none. */
export async function readManifest(store: Store, version?: number): Promise<Manifest> {
	const wanted = version ?? (await listVersions(store)).at(-1);
	if (wanted === undefined)
		throw new MillraceError(
			'missing',
			`${store.url}: expected a published version, found none; run millrace refresh first.`,
		);
	const name = manifestName(wanted);
	const value = parsedJson(new TextDecoder().decode(await store.get(name)));
	if (isManifest(value)) return value;
	throw new MillraceError(
		'corrupt',
		`${store.url}/${name}: expected a manifest of format 1, found something else; restore the file.`,
	);
}

/** The newest manifest, or undefined where nothing is published. */
export async function newestManifest(store: Store): Promise<Manifest | undefined> {
	const newest = (await listVersions(store)).at(-1);
	return newest === undefined ? undefined : readManifest(store, newest);
}

const isManifest = (value: unknown): value is Manifest =>
	typeof value === 'object' &&
	value !== null &&
	'format' in value &&
	value.format === 1 &&
	'files' in value &&
	'run' in value;
