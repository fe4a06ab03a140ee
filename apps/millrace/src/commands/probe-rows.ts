import {createReadStream, existsSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {type AnyRow, MillraceError} from '@millrace/core';
import {readManifest, versionRows} from '@millrace/engine';
import {openPublished} from './store-folder.ts';

/** Rows of a file of JSON Lines, or of a version of a pipeline, in order. */
export async function* probeRows(
	from: string,
	{version, out, split}: {readonly version?: number; readonly out?: string; readonly split?: string} = {},
): AsyncGenerator<AnyRow> {
	if (/\.jsonl?$/.test(from)) {
		yield* linesOf(from);
		return;
	}
	const {store} = await openPublished(from, out);
	yield* versionRows(store, await readManifest(store, version), split === undefined ? {} : {split});
}

async function* linesOf(path: string): AsyncGenerator<AnyRow> {
	if (!existsSync(path))
		throw new MillraceError('missing', `${path}: expected a file of JSON Lines, found none; check the path.`);
	let number = 0;
	for await (const line of createInterface({input: createReadStream(path), crlfDelay: Infinity})) {
		number++;
		if (line.trim() === '') continue;
		yield rowOf(path, number, line);
	}
}

function rowOf(path: string, number: number, line: string): AnyRow {
	const value = parsed(line);
	if (isRow(value)) return value;
	throw new MillraceError(
		'usage',
		`${path}:${number}: expected one JSON object a line, found ${line.slice(0, 60)}; mend the line.`,
	);
}

function parsed(line: string): unknown {
	try {
		const value: unknown = JSON.parse(line);
		return value;
	} catch {
		return undefined;
	}
}

const isRow = (value: unknown): value is AnyRow =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
