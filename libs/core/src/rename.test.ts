import test from 'ava';
import {utf8} from './column.ts';
import {columnNames} from './rename.ts';

const [needs, adds] = [
	{text: utf8, title: utf8},
	{text: utf8, tokens: utf8},
];

test('a role stands for the column of its own name, unless another was named', (t) => {
	t.deepEqual(
		[...columnNames('stage clean', needs, adds, {text: 'body'})],
		[
			['text', 'body'],
			['title', 'title'],
			['tokens', 'tokens'],
		],
	);
	t.deepEqual([...columnNames('stage clean', {}, {}, {})], []);
	t.is(columnNames('stage clean', needs, adds, {text: undefined}).get('text'), 'text');
});

test('a role may bear any name, also that of what every object inherits', (t) => {
	t.is(columnNames('stage clean', {constructor: utf8}, {}, {}).get('constructor'), 'constructor');
	t.is(columnNames('stage clean', needs, adds, {text: 'toString'}).get('text'), 'toString');
});

test('one error names every unknown role, the one that was probably meant, and all there are', (t) => {
	t.throws(() => columnNames('stage clean', needs, adds, {txt: 'body', embedding: 'e'}), {
		code: 'usage',
		message:
			'stage clean: unknown column role "txt", did you mean "text"? (known are text, title, tokens); unknown column role "embedding" (known are text, title, tokens).',
	});
});

test('writing one column twice is refused, reading and writing it is not', (t) => {
	t.throws(() => columnNames('stage clean', needs, adds, {text: 'words', tokens: 'words'}), {
		code: 'usage',
		message: 'stage clean: it would write two columns named words; give them different names.',
	});
	t.is(columnNames('stage clean', needs, adds, {title: 'tokens'}).get('title'), 'tokens');
});
