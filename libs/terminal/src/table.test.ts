import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {painter, unpainted} from './paint.ts';
import {table} from './table.ts';

const columns = [{title: 'stage'}, {title: 'in', align: 'right'}, {title: 'dropped'}] as const;

test('columns are as wide as what they hold, numbers to the right', (t) => {
	t.deepEqual(
		table(
			columns,
			[
				['jsonl', '1,200', ''],
				['length', '9', 'too-short 3'],
			],
			60,
			unpainted,
		),
		['stage      in  dropped', 'jsonl   1,200', 'length      9  too-short 3'],
	);
});

test('wide characters and emoji stay in line', (t) => {
	const lines = table(
		columns,
		[
			['漢字', '1', 'x'],
			['👩‍👩‍👧', '2', 'x'],
			['ascii', '3', 'x'],
		],
		60,
		unpainted,
	);
	t.deepEqual(
		lines.slice(1).map((line) => stringWidth(line)),
		[16, 16, 16].map(() => stringWidth(lines[1] ?? '')),
	);
});

test('the widest text is shortened first, numbers never', (t) => {
	const lines = table(
		columns,
		[['length', '1,234,567', 'a long reason that does not fit in the line']],
		36,
		unpainted,
	);
	t.is(lines[1], 'length  1,234,567  a long reason th…');
});

test('a terminal too narrow for the columns gets a block a row', (t) => {
	const lines = table(
		columns,
		[
			['normalize-text', '1,234,567', 'too-short 3'],
			['b', '2', ''],
		],
		24,
		unpainted,
	);
	t.deepEqual(lines, [
		'stage    normalize-text',
		'in       1,234,567',
		'dropped  too-short 3',
		'',
		'stage    b',
		'in       2',
	]);
});

test('a tone colours a cell and changes no width', (t) => {
	const before = process.env['FORCE_COLOR'];
	process.env['FORCE_COLOR'] = '1';
	t.teardown(() => {
		if (before === undefined) delete process.env['FORCE_COLOR'];
		else process.env['FORCE_COLOR'] = before;
	});
	const [, line = ''] = table(columns, [[{text: 'x', tone: 'bad'}, '1', 'y']], 60, painter(process.stdout));
	t.not(line, stripVTControlCharacters(line));
	t.is(stripVTControlCharacters(line), 'x       1  y');
});

test('no line is wider than the terminal', (t) => {
	const cell = fc.string({unit: 'grapheme', maxLength: 60}).filter((text) => !/[\p{Cc}]/u.test(text));
	fc.assert(
		fc.property(
			fc.array(fc.tuple(cell, fc.nat().map(String), cell), {maxLength: 5}),
			fc.integer({min: 20, max: 120}),
			(rows, width) => {
				for (const line of table(columns, rows, width, unpainted)) t.true(stringWidth(line) <= width, line);
			},
		),
	);
});
