import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import type {AnyRow, Columns, ColumnType, Reader} from '@millrace/core';
import {asSource, readSource} from '@millrace/testing';
import {fromAlpaca} from './from-alpaca.ts';
import {fromArrow} from './from-arrow.ts';
import {fromCsv, fromTsv} from './from-csv.ts';
import {fromJsonl} from './from-jsonl.ts';
import {fromOpenAiChat} from './from-open-ai-chat.ts';
import {fromParquet} from './from-parquet.ts';
import {fromShareGpt} from './from-share-gpt.ts';

/** What stands beside a data file: how to read it, and what it gives. */
interface Fixture {
	readonly reader: keyof typeof readers;
	/** Another fixture that gives the same. */
	readonly as?: string;
	readonly options?: object;
	readonly columns: Readonly<Record<string, ColumnType>>;
	readonly rows: readonly AnyRow[];
	/** Each with a part of its error. */
	readonly quarantines: readonly {
		readonly record: number;
		readonly offset?: number;
		readonly error: string;
	}[];
}

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
const readers = {
	jsonl: fromJsonl,
	csv: fromCsv,
	tsv: fromTsv,
	arrow: fromArrow,
	parquet: fromParquet,
	'openai-chat': fromOpenAiChat,
	'share-gpt': fromShareGpt,
	alpaca: fromAlpaca,
};
const names = readdirSync(folder).sort();

for (const name of names.filter((one) => !/^\.|\.(json|py)$/.test(one))) {
	test(`gives what stands beside ${name}`, async (t) => {
		const own = load(name.replace(/\.[^.]*$/, '.json'));
		const fixture = {...own, ...(own.as === undefined ? {} : load(own.as)), reader: own.reader};
		const columns: Columns = Object.fromEntries(
			Object.entries(fixture.columns).map(([column, type]) => [column, {type}]),
		);
		const make = readers[fixture.reader];
		const reader: Reader<unknown> = make({files: folder + name, columns, ...fixture.options});
		await reader.check(asSource(name));
		const {rows, quarantines} = await readSource(reader, asSource(name));
		t.deepEqual(rows, fixture.rows);
		t.deepEqual(
			quarantines.map(({record}) => record),
			fixture.quarantines.map(({record}) => record),
		);
		for (const [index, {offset, error}] of fixture.quarantines.entries()) {
			if (offset !== undefined) t.is(quarantines[index]?.offset, offset);
			t.true(
				quarantines[index]?.error.includes(error),
				`expected ${error}, found ${String(quarantines[index]?.error)}`,
			);
		}
	});
}

function load(name: string): Fixture {
	return parse(readFileSync(folder + name, 'utf8'));
}

function parse(text: string): Fixture;
function parse(text: string): unknown {
	const fixture: unknown = JSON.parse(text, (_key, value: unknown) => revived(value));
	return fixture;
}

/** Values that JSON has no form for. */
function revived(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if ('bigint' in value) return BigInt(String(value.bigint));
	if ('number' in value) return Number(value.number);
	return 'base64' in value ? new Uint8Array(Buffer.from(String(value.base64), 'base64')) : value;
}
