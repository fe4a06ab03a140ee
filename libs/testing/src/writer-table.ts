import {
	binary,
	bool,
	float32,
	float64,
	int32,
	int64,
	list,
	nullable,
	struct,
	timestamp,
	utf8,
	vector,
	type Column,
	type Columns,
	type Table,
} from '@millrace/core';

/** A table with every column type, for tests of writers. */
export interface WriterTable {
	readonly columns: Columns;
	readonly table: Table;
	/** For some columns, rows and a value that differs from the one there, if only in a bit. */
	readonly others: Readonly<Record<string, readonly (readonly [row: number, value: unknown])[]>>;
}

const odd = [
	'plain',
	'',
	'naïve',
	'漢字',
	'a\0b',
	'"quoted"\\',
	'line\nfeed\r\n',
	'\u2028',
	'\u{1F469}\u200D\u{1F680}',
	'\uFEFFmark',
	'\u007F',
	' ',
];

/** The first rows of an endless table, the same in every call. */
export function writerTable(rows: number): WriterTable {
	const length = rows;
	const made = new Map<string, readonly [Column<unknown>, (row: number) => unknown]>([
		['text', [utf8, (row) => `${odd[row % odd.length] ?? ''} ${row}`]],
		['maybe', [nullable(utf8), (row) => (row % 3 === 0 ? null : (odd[row % odd.length] ?? ''))]],
		['flag', [bool, (row) => row % 5 < 2]],
		['maybe_flag', [nullable(bool), (row) => (row % 4 === 0 ? null : row % 5 < 2)]],
		['count', [int32, (row) => (row % 2 === 0 ? row : -(2 ** 31) + row)]],
		[
			'big',
			[
				nullable(int64),
				(row) => (row % 7 === 1 ? null : (row % 2 === 0 ? 1n : -1n) * (2n ** 62n + BigInt(row))),
			],
		],
		['small', [float32, (row) => Math.fround(row / 3)]],
		['score', [nullable(float64), (row) => (row % 6 === 2 ? null : row % 6 === 3 ? -0 : row / 7)]],
		[
			'blob',
			[binary, (row) => Uint8Array.from({length: row % 5}, (_, index) => (row * 37 + index * 101) % 256)],
		],
		['at', [timestamp, (row) => 1_700_000_000_000_001n - BigInt(row) * 123_456_789_012n]],
		['tags', [list(utf8), (row) => Array.from({length: row % 4}, (_, index) => `tag ${row + index}`)]],
		[
			'maybe_tags',
			[
				nullable(list(nullable(int32))),
				(row) =>
					row % 5 === 4 ? null : Array.from({length: row % 3}, (_, index) => (index === 1 ? null : row)),
			],
		],
		[
			'place',
			[
				nullable(struct({file: utf8, line: nullable(int32)})),
				(row) => (row % 4 === 3 ? null : {file: `f${row % 9}`, line: row % 2 === 0 ? row : null}),
			],
		],
		[
			'turns',
			[
				list(struct({role: utf8, parts: list(utf8)})),
				(row) =>
					Array.from({length: row % 3}, (_, index) => ({
						role: `r${index}`,
						parts: Array.from({length: (row + index) % 3}, String),
					})),
			],
		],
	]);
	const columns = Object.fromEntries([...made].map(([name, [column]]) => [name, column]));
	const vectors = new Map(
		[...made].map(([name, [{type}, value]]) => [
			name,
			vector(
				type,
				Array.from({length}, (_, row) => value(row)),
			),
		]),
	);
	const others = {
		text: [
			[5, 'plain'],
			[1, ' 1 '],
			[39, ''],
		],
		maybe: [
			[1, null],
			[3, ''],
			[3, 'x'],
		],
		flag: [[0, false]],
		maybe_flag: [
			[0, false],
			[1, null],
		],
		count: [
			[2, 3],
			[39, 0],
		],
		big: [
			[1, 0n],
			[2, 2n ** 62n + 3n],
			[2, null],
		],
		small: [[3, Math.fround(1.0000001)]],
		score: [
			[3, 0],
			[2, 0],
			[4, null],
		],
		blob: [
			[1, Uint8Array.of(38)],
			[2, new Uint8Array(0)],
		],
		at: [[0, 1_700_000_000_000_000n]],
		tags: [
			[1, []],
			[2, ['tag 2']],
			[0, ['']],
			[3, ['tag 3', 'tag 5', 'tag 4']],
		],
		maybe_tags: [
			[4, []],
			[0, null],
			[0, [null]],
			[2, [2]],
			[2, [2, 2]],
		],
		place: [
			[3, {file: '', line: null}],
			[0, null],
			[1, {file: 'f1', line: 0}],
			[2, {file: 'f', line: 2}],
		],
		turns: [
			[0, [{role: '', parts: []}]],
			[1, []],
			[
				2,
				[
					{role: 'r0', parts: ['0', '1']},
					{role: 'r1', parts: ['0']},
				],
			],
		],
	} as const;
	return {columns, table: {length, vectors}, others};
}
