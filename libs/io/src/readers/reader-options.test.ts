import test from 'ava';
import {nullable, parseOptions, utf8} from '@millrace/core';
import {columnsShape, readColumns, readerShape} from './reader-options.ts';

const shape = {...readerShape, ...columnsShape};

test('what is not given has a default', (t) => {
	const columns = {text: utf8};
	t.deepEqual(parseOptions('reader x', shape, {files: '/x', columns}), {
		files: '/x',
		columns,
		extra: 'drop',
		maxRecordBytes: 16 << 20,
		pieceBytes: 2 << 20,
		maxRatio: 200,
	});
});

test('all that is wrong is one error', (t) => {
	const wrong = {files: '', columns: {}, maxRecordBytes: 0, pieceBytes: 255, maxRatio: -1};
	const {message} = t.throws(() => parseOptions('reader x', shape, wrong), {code: 'usage'});
	for (const name of Object.keys(wrong)) t.true(message.includes(name), `${name} is missing in ${message}`);
	t.regex(message, /at least one column, such as \{text: utf8\}/);
});

test('the others are carried in a column of their own, whose name must be free', (t) => {
	const columns = {text: utf8};
	t.is(readColumns('reader x', columns, 'drop'), columns);
	t.deepEqual(readColumns('reader x', columns, 'carry'), {text: utf8, extra: nullable(utf8)});
	t.throws(() => readColumns('reader x', {extra: utf8}, 'carry'), {
		code: 'usage',
		message: /reader x: the column extra carries the others/,
	});
});
