import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {newestManifest, versionFolder} from '@millrace/engine';
import {localStore} from '@millrace/io';

export type JsonRow = Readonly<Record<string, unknown>>;

/** The rows of a published version of JSON Lines, as its folder shows them, and those that left. */
export async function publishedRows(out: string) {
	const manifest = await newestManifest(localStore(out));
	const read = (start: string): readonly JsonRow[] =>
		(manifest?.files ?? [])
			.filter(({path}) => path.startsWith(start))
			.flatMap(({path}) => linesOf(join(out, versionFolder(manifest?.version ?? 0), path)));
	return {
		rows: read('train-'),
		dropped: read('dropped/'),
		quarantined: read('quarantined/'),
		accounts: read('accounts.jsonl'),
	};
}

const linesOf = (file: string): readonly JsonRow[] =>
	readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line): unknown => JSON.parse(line))
		.filter(isRow);

const isRow = (value: unknown): value is JsonRow => typeof value === 'object' && value !== null;
