import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {int64, utf8} from '@millrace/core';
import {tempFolder} from '@millrace/testing';
import test from 'ava';
import {exampleRows} from './example-rows.ts';

const rows = [
	{text: 'é 漢', n: 1},
	{text: '', n: 2},
];
const columns = {text: utf8, n: int64};

const files = {
	'lines.jsonl': rows.map((row) => JSON.stringify(row)).join('\r\n'),
	'spaced.jsonl': `\ufeff\n${rows.map((row) => ` ${JSON.stringify(row)}\n\n`).join('')}`,
	'list.json': JSON.stringify(rows),
	'pretty.json': `\n${JSON.stringify(rows, null, '\t')}\n`,
};

for (const name of Object.keys(files)) {
	test(`reads ${name} as the rows themselves`, (t) => {
		const found = exampleRows(pathToFileURL(join(tempFolder(t, files), name)));
		t.deepEqual(found.read(columns), rows);
		t.is(found.identity, exampleRows(rows).identity);
	});
}

test('what is no object, and what is no JSON, is an error that counts it', (t) => {
	const folder = tempFolder(t, {
		'bad.jsonl': '{"text": "a"}\nnull\n{"text": \n[1]\n',
		'bad.json': '[{"text": "a"',
	});
	const read = (name: string) => () => exampleRows(pathToFileURL(join(folder, name)));
	t.throws(read('bad.jsonl'), {code: 'usage', message: /number 2, 3, 4\.$/});
	t.throws(read('bad.json'), {code: 'usage', message: /number 1\.$/});
});

test('an empty file has no rows', (t) => {
	const folder = tempFolder(t, {'none.jsonl': '', 'none.json': '[]'});
	for (const name of ['none.jsonl', 'none.json'])
		t.deepEqual(exampleRows(pathToFileURL(join(folder, name))).read(columns), []);
});

test('rows that lack a column or hold another type are one error, ten at most', (t) => {
	const many = Array.from({length: 30}, () => ({text: 1}));
	const {message} = t.throws(() => exampleRows(many).read({text: utf8}), {code: 'usage'});
	t.is(message.split('; ').length, 10);
	t.throws(() => exampleRows([{n: 1.5}]).read({n: int64}), {message: /example 1, column n/});
});

test('other rows have another identity, and the order of their fields does not matter', (t) => {
	t.not(exampleRows(rows).identity, exampleRows([...rows].reverse()).identity);
	t.is(exampleRows([{a: 1, b: 2}]).identity, exampleRows([{b: 2, a: 1}]).identity);
});
