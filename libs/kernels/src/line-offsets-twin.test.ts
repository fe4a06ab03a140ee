import test from 'ava';
import {lineOffsetsTwin} from './line-offsets-twin.ts';

const cases = [
	{title: 'no lines in no bytes', text: '', offsets: [0]},
	{title: 'a line without its newline', text: 'ab', offsets: [0, 2]},
	{title: 'a line with its newline', text: 'ab\n', offsets: [0, 3]},
	{title: 'empty lines', text: '\n\n', offsets: [0, 1, 2]},
	{title: 'a last line without its newline', text: 'a\nb', offsets: [0, 2, 3]},
	{title: 'a carriage return as part of its line', text: 'a\r\nb\rc', offsets: [0, 3, 6]},
];

for (const {title, text, offsets} of cases) {
	test(`sees ${title}`, (t) => {
		const bytes = Buffer.from(text);
		t.deepEqual([...lineOffsetsTwin(bytes, 0, bytes.length)], offsets);
	});
}

test('looks no further than it was told', (t) => {
	t.deepEqual([...lineOffsetsTwin(Buffer.from('ab\ncd\nef\n'), 1, 7)], [1, 3, 6, 7]);
});
