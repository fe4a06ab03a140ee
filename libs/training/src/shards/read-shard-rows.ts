import {fileURLToPath} from 'node:url';
import {MillraceError, type AnyRow, type ColumnType, type Columns, type Reader} from '@millrace/core';
import {fromArrow, fromJsonl, fromParquet} from '@millrace/io';

/** The rows of a published shard, with the columns named. Throws a MillraceError `corrupt` where one cannot be read. */
export async function* shardRows(
	url: string,
	types: ReadonlyMap<string, ColumnType>,
): AsyncGenerator<AnyRow> {
	const path = fileURLToPath(url);
	const reader = readerOf(path, Object.fromEntries([...types].map(([name, type]) => [name, {type}])));
	for await (const source of reader.list()) {
		await reader.check(source);
		for await (const {spool, ...piece} of reader.cut(source)) {
			const {quarantines, length, vectors} = await reader.read(source.path, piece, spool);
			const [fault] = quarantines;
			if (fault)
				throw new MillraceError(
					'corrupt',
					`${path}: row ${fault.offset} cannot be read: ${fault.error}; refresh the dataset.`,
				);
			const values = [...vectors].map(([name, vector]) => [name, vector.values] as const);
			for (let row = 0; row < length; row++)
				yield Object.fromEntries(values.map(([name, column]) => [name, column[row]]));
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
				`${files}: expected a shard as .parquet, .arrow or .jsonl, found another ending; write the dataset with toParquet().`,
			);
	}
}
