import test from 'ava';
import {documentFormat} from './append-document.ts';
import {appendText, emptyBytes} from './bytes.ts';
import type {Format} from './corpus-options.ts';

const fields = {
	id: '0-1',
	source: 'web',
	group: 'g3',
	groupNumber: 3,
	n: 7,
	score: 0.25,
	note: null,
	tags: ['a', 'b'],
};

function written(format: Format, body: string, ending: string): string {
	const [into, text] = [emptyBytes(0), emptyBytes(0)];
	appendText(text, body);
	documentFormat(format).append(into, fields, text, ending);
	return Buffer.from(into.data.subarray(0, into.length)).toString();
}

test('a JSON line holds the fields and the text, quotes and newlines escaped', (t) => {
	const line = written('jsonl', 'Say "ñ".\n\nNow 日本.', '\r\n');
	t.regex(line, /^[^\r\n]*\r\n$/);
	const {groupNumber, ...rest} = fields;
	t.is(groupNumber, 3);
	t.deepEqual(JSON.parse(line), {...rest, text: 'Say "ñ".\n\nNow 日本.'});
});

test('a CSV record quotes its text and doubles the quotes', (t) => {
	t.is(written('csv', 'Say "ñ".\nNow', '\n'), '0-1,"Say ""ñ"".\nNow",web,g3,7,0.25,,a b\n');
});

test('a Markdown document is a section', (t) => {
	t.is(written('md', 'Say "ñ".', '\n'), '## 0-1 web g3\n\nSay "ñ".\n\n');
});
