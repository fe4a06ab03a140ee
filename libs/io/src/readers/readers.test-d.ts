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

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <T extends true>(found?: T): T | undefined => found;
type RowIn<R> = R extends Reader<infer Row> ? {[K in keyof Row]: Row[K]} : never;

const files = 'data';
const jsonl = fromJsonl({files, columns: {text: utf8, n: nullable(int32)}});
is<Equal<RowIn<typeof jsonl>, {readonly text: string; readonly n: number | null}>>();

const nested = fromParquet({files, columns: {at: timestamp, tags: list(utf8), s: struct({a: int64})}});
is<
	Equal<
		RowIn<typeof nested>,
		{readonly at: bigint; readonly tags: readonly string[]; readonly s: {readonly a: bigint}}
	>
>();

const carried = fromCsv({files, columns: {yes: bool}, extra: 'carry'});
is<Equal<RowIn<typeof carried>, {readonly yes: boolean; readonly extra: string | null}>>();

const refused = fromArrow({files, columns: {yes: bool}, extra: 'refuse'});
is<Equal<RowIn<typeof refused>, {readonly yes: boolean}>>();

const docs = fromMarkdown({
	files: {root: new URL('file:///docs/'), exclude: ['**/drafts/**'], links: 'skip'},
});
is<Equal<RowIn<typeof docs>, {[K in keyof TextRow]: TextRow[K]}>>();

pipeline('docs', docs).filter('short', (row) => row.text.length > 1);
// @ts-expect-error a column that is not declared
pipeline('docs', jsonl).filter('short', (row) => row.body.length > 1);
// @ts-expect-error no columns
fromJsonl({files});
// @ts-expect-error an option of another format
fromJsonl({files, columns: {text: utf8}, delimiter: ','});
// @ts-expect-error Parquet is not decompressed
fromParquet({files, columns: {text: utf8}, maxRatio: 3});
