import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {MillraceError, type Columns, type Reader, type Schema, type Store, type Table} from '@millrace/core';
import {fromArrow, fromJsonl, fromParquet} from '@millrace/io';
import type {ManifestFile} from '../publish/manifest.ts';

/** The rows of a published shard, piece by piece. Throws a MillraceError `corrupt` where a row cannot be read. */
export async function* readShard(
	store: Store,
	{path, object}: ManifestFile,
	schema: Schema,
): AsyncGenerator<Table> {
	if (!store.url.startsWith('file:')) {
		throw new MillraceError(
			'usage',
			`store ${store.url}: expected a folder, found another kind of store, whose shards cannot be read here; copy it to a folder.`,
		);
	}
	const columns: Columns = Object.fromEntries([...schema].map(([name, type]) => [name, {type}]));
	const reader = readerOf(join(fileURLToPath(store.url), object), columns);
	for await (const source of reader.list()) {
		await reader.check(source);
		for await (const {spool, ...piece} of reader.cut(source)) {
			const {quarantines, ...table} = await reader.read(source.path, piece, spool);
			const [fault] = quarantines;
			if (fault)
				throw new MillraceError('corrupt', `${path}: row ${fault.offset} cannot be read: ${fault.error}.`);
			yield table;
		}
	}
}

function readerOf(files: string, columns: Columns): Reader<unknown> {
	const [, format] = /\.(parquet|arrow|jsonl)(?:\.gz|\.zst)?$/.exec(files) ?? [];
	switch (format) {
		case 'parquet':
			return fromParquet({files, columns});
		case 'arrow':
			return fromArrow({files, columns});
		case 'jsonl':
			return fromJsonl({files, columns});
		default:
			throw new MillraceError(
				'usage',
				`${files}: expected a shard as .parquet, .arrow or .jsonl, found another ending; look at it with the program that reads it.`,
			);
	}
}
