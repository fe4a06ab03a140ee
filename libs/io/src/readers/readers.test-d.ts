import {
	bool,
	int32,
	int64,
	list,
	nullable,
	pipeline,
	struct,
	timestamp,
	utf8,
	type Reader,
} from '@millrace/core';
import {fromArrow, fromCsv, fromJsonl, fromMarkdown, fromParquet, type TextRow} from '../index.ts';

/** Fails to compile where the rows of a reader are of another type. */
declare function rows<Row>(): <Found>(
	reader: Reader<Found>,
	same: [Row] extends [Found] ? ([Found] extends [Row] ? 'same' : never) : never,
) => void;

const files = 'data';
const jsonl = fromJsonl({files, columns: {text: utf8, n: nullable(int32)}});
rows<{readonly text: string; readonly n: number | null}>()(jsonl, 'same');

const nested = fromParquet({files, columns: {at: timestamp, tags: list(utf8), s: struct({a: int64})}});
rows<{readonly at: bigint; readonly tags: readonly string[]; readonly s: {readonly a: bigint}}>()(
	nested,
	'same',
);

const carried = fromCsv({files, columns: {yes: bool}, extra: 'carry'});
rows<{readonly yes: boolean; readonly extra: string | null}>()(carried, 'same');

const refused = fromArrow({files, columns: {yes: bool}, extra: 'refuse'});
rows<{readonly yes: boolean}>()(refused, 'same');

const docs = fromMarkdown({
	files: {root: new URL('file:///docs/'), exclude: ['**/drafts/**'], links: 'skip'},
});
rows<TextRow>()(docs, 'same');

pipeline('docs', docs).filter('short', (row) => row.text.length > 1);
// @ts-expect-error a column that is not declared
pipeline('docs', jsonl).filter('short', (row) => row.body === '');
// @ts-expect-error no columns
fromJsonl({files});
// @ts-expect-error an option of another format
fromJsonl({files, columns: {text: utf8}, delimiter: ','});
// @ts-expect-error Parquet is not decompressed
fromParquet({files, columns: {text: utf8}, maxRatio: 3});
