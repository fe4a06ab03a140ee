import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {evaluationSet} from './evaluation-set.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-evaluation-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});
const file = (name: string, content: string | Uint8Array): string => {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
};
const rows =
	'{"question": "How much is it?", "choices": ["one", "two"], "answer": 2}\n\n{"question": "Why?", "choices": [], "answer": 1}\n';

test('reads lines, lists, texts and gzip alike', (t) => {
	const text = ['question', 'choices'];
	const expected = [
		{text: 'How much is it?\none\ntwo', query: ''},
		{text: 'Why?\n', query: ''},
	];
	t.deepEqual(evaluationSet({name: 'a', file: file('a.jsonl', rows), text}).items, expected);
	t.deepEqual(evaluationSet({name: 'a', file: file('a.jsonl.gz', gzipSync(rows)), text}).items, expected);
	const list = `[${rows.trim().split('\n\n').join(',')}]`;
	t.deepEqual(evaluationSet({name: 'a', file: file('a.json', list), text}).items, expected);
	t.deepEqual(evaluationSet({name: 'b', file: file('b.txt', 'One.\r\n\nTwo.\n')}).items, [
		{text: 'One.', query: ''},
		{text: 'Two.', query: ''},
	]);
});

test('keeps what stands before an item apart', (t) => {
	const {items} = evaluationSet({name: 'a', file: file('q.jsonl', rows), text: 'answer', query: 'question'});
	t.deepEqual(items[0], {text: '2', query: 'How much is it?'});
});

test('its identity follows the bytes and the fields, not the place', (t) => {
	const identity = (path: string, text: string) => evaluationSet({name: 'a', file: path, text}).identity;
	const one = identity(file('one.jsonl', rows), 'question');
	t.deepEqual(identity(file('two.jsonl', rows), 'question'), one);
	t.notDeepEqual(identity(file('three.jsonl', rows.replace('Why', 'How')), 'question'), one);
	t.notDeepEqual(identity(file('one.jsonl', rows), 'answer'), one);
});

const faults = [
	{
		title: 'missing',
		code: 'missing',
		file: () => join(folder, 'none.jsonl'),
		message: /none\.jsonl: expected the file of the evaluation e, which cannot be read/,
	},
	{
		title: 'empty',
		code: 'usage',
		file: () => file('empty.jsonl', '\n'),
		message: /expected the items of the evaluation e, found none/,
	},
	{
		title: 'no JSON',
		code: 'usage',
		file: () => file('bad.jsonl', '{"text": "a"}\nno\n3\n'),
		message: /found another value as number 2, 3\.$/,
	},
	{
		title: 'without a field',
		code: 'usage',
		file: () => file('field.jsonl', '{"text": "a"}\n{"txt": "b"}\n'),
		message: /as text in row 2 \(did you mean txt\?\)\.$/,
	},
] as const;

for (const {title, code, file: path, message} of faults) {
	test(`a file that is ${title} is an error that says so`, (t) => {
		t.throws(() => evaluationSet({name: 'e', file: path()}), {code, message});
	});
}
