import {existsSync} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {
	listVersions,
	lockHolder,
	readManifest,
	storeUse,
	type LockHolder,
	type StoreUse,
} from '@millrace/engine';
import {localStore} from '@millrace/io';
import {
	byteSize,
	type Cell,
	count,
	counted,
	isPath,
	type Output,
	table,
	visible,
	workspaceAbove,
} from '@millrace/terminal';
import {openPublished} from './store-folder.ts';

export interface StatusFlags {
	readonly out?: string;
	readonly json?: boolean;
}

/** What is known of a dataset. */
interface Status {
	readonly dataset: string;
	readonly versions: readonly VersionStatus[];
	/** The run that is under way. */
	readonly running: LockHolder | null;
	readonly use: StoreUse;
}

interface VersionStatus {
	readonly version: number;
	/** When its manifest was written, by the file's time. */
	readonly published: string;
	readonly rows: Readonly<Record<string, number>>;
	readonly shards: number;
	readonly bytes: number;
}

/** Shows the versions of one dataset, or all datasets of the workspace; returns the exit code. */
export async function statusCommand(
	named: string | undefined,
	{out, json = false}: StatusFlags,
	output: Output,
): Promise<number> {
	const found =
		named === undefined && out === undefined ? await allDatasets() : [await oneDataset(named ?? '', out)];
	const statuses: Status[] = [];
	for (const {dataset, folder} of found) statuses.push(await statusOf(dataset, folder));
	if (json) await output.lines(...statuses.map((status) => JSON.stringify(status)));
	else if (statuses.length === 0)
		await output.lines('Nothing is published yet; run millrace refresh <pipeline>.');
	else
		await output.lines(
			...(named === undefined && out === undefined
				? overview(statuses, output)
				: statuses.flatMap((status) => details(status, output))),
		);
	return 0;
}

async function oneDataset(
	named: string,
	out: string | undefined,
): Promise<{readonly dataset: string; readonly folder: string}> {
	const {folder, where} = await openPublished(named, out);
	return {dataset: isPath(named) || named === '' ? where : named, folder};
}

async function allDatasets(): Promise<readonly {readonly dataset: string; readonly folder: string}[]> {
	const root = workspaceAbove(process.cwd());
	if (root === undefined)
		throw new MillraceError(
			'usage',
			'status: expected to be inside a workspace, found no nx.json here or above; name a pipeline, or give --out.',
		);
	const data = join(root, 'data');
	if (!existsSync(data)) return [];
	const names = (await readdir(data)).sort();
	return names.flatMap((dataset) =>
		existsSync(join(data, dataset, 'manifests')) ? [{dataset, folder: join(data, dataset)}] : [],
	);
}

async function statusOf(dataset: string, folder: string): Promise<Status> {
	const store = localStore(folder);
	const versions: VersionStatus[] = [];
	for (const version of await listVersions(store)) {
		const {rows, files} = await readManifest(store, version);
		const {mtime} = await stat(join(folder, 'manifests', `v${String(version).padStart(6, '0')}.json`));
		const shards = files.filter(({split}) => split !== undefined);
		versions.push({
			version,
			published: mtime.toISOString(),
			rows,
			shards: shards.length,
			bytes: shards.reduce((sum, {bytes}) => sum + bytes, 0),
		});
	}
	return {dataset, versions, running: (await lockHolder(store)) ?? null, use: await storeUse(store)};
}

function overview(statuses: readonly Status[], {width, paint}: Output): readonly string[] {
	const rows = statuses.map(({dataset, versions, running, use}): readonly Cell[] => {
		const newest = versions.at(-1);
		const row = newest
			? [
					String(newest.version),
					count(total(newest.rows)),
					byteSize(newest.bytes),
					localTime(newest.published),
				]
			: ['', '', '', ''];
		return [
			visible(dataset),
			...row,
			byteSize(allBytes(use)),
			running ? {text: `run by process ${running.pid}`, tone: 'accent'} : '',
		];
	});
	const numbers = ['version', 'rows', 'size'].map((title) => ({title, align: 'right'}) as const);
	const columns = [
		{title: 'dataset'},
		...numbers,
		{title: 'published', least: 16},
		{title: 'disk', align: 'right'} as const,
		{title: ''},
	];
	const shown = statuses.some(({running}) => running) ? columns : columns.slice(0, -1);
	return table(shown, rows, width, paint);
}

function details({dataset, versions, running, use}: Status, {width, paint}: Output): readonly string[] {
	const splits = [...new Set(versions.flatMap(({rows}) => Object.keys(rows)))];
	const number = (title: string) => ({title, align: 'right'}) as const;
	const rows = versions.map(({version, published, rows: own, shards, bytes}) => [
		String(version),
		localTime(published),
		count(total(own)),
		...(splits.length > 1 ? splits.map((split) => count(own[split] ?? 0)) : []),
		count(shards),
		byteSize(bytes),
	]);
	const columns = [
		number('version'),
		{title: 'published', least: 16},
		number('rows'),
		...(splits.length > 1 ? splits.map((split) => number(visible(split))) : []),
		number('shards'),
		number('size'),
	];
	return [
		paint('strong', visible(dataset)),
		...(rows.length > 0 ? table(columns, rows, width, paint) : ['nothing is published yet']),
		'',
		`${byteSize(allBytes(use))} on disk: ${[amount('versions', use.published), amount('cache', use.cache), amount('other', use.other)].join(', ')}`,
		running
			? paint(
					'accent',
					`a run is under way since ${localTime(running.started)}: process ${running.pid} on ${visible(running.host)}`,
				)
			: 'no run is under way',
	];
}

const amount = (name: string, {bytes, objects}: StoreUse['cache']): string =>
	`${name} ${byteSize(bytes)} in ${counted(objects, 'object')}`;

const allBytes = ({published, cache, other}: StoreUse): number => published.bytes + cache.bytes + other.bytes;

const total = (rows: Readonly<Record<string, number>>): number =>
	Object.values(rows).reduce((sum, own) => sum + own, 0);

/** A moment as the clock on the wall shows it: `2026-03-01 04:05`. */
function localTime(iso: string): string {
	const time = new Date(iso);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
