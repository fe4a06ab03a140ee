import test from 'ava';
import {pythonStrings} from './python-strings.ts';

const strip = pythonStrings['python.strip'];
const split = pythonStrings['python.split'];

test('white space is what Python takes for it', (t) => {
	t.is(strip('\x1c\x85\u3000 a\ufeff \t'), 'a\ufeff');
	t.is(strip('\ufeff'), '\ufeff');
	t.is(strip(' \n '), '');
	t.is(pythonStrings['python.lstrip'](' a '), 'a ');
	t.is(pythonStrings['python.rstrip'](' a '), ' a');
});

test('strips the characters that are named, whole code points', (t) => {
	t.is(strip('\n a \n', '\n'), ' a ');
	t.is(strip('\u{1f600}a\u{1f600}', '\u{1f600}'), 'a');
	t.is(strip('\u{1f601}a\u{1f601}', '\u{1f600}'), '\u{1f601}a\u{1f601}');
	t.is(strip('xyx', 'xy'), '');
});

test('splits at a separator or at white space, so often', (t) => {
	t.deepEqual(split('a,b,c', ','), ['a', 'b', 'c']);
	t.deepEqual(split('a,b,c', ',', 1), ['a', 'b,c']);
	t.deepEqual(split(' a \x1f b c '), ['a', 'b', 'c']);
	t.deepEqual(split(' a  b  c ', null, 1), ['a', 'b  c']);
	t.deepEqual(split('  '), []);
	t.throws(() => split('a', ''), {message: /empty separator/});
});

test('counts code points, trims what is not text, and refuses to call a method of it', (t) => {
	t.is(pythonStrings['python.length']('\u{1f600}a'), 2);
	t.is(pythonStrings['python.length']([1, 2]), 2);
	t.is(pythonStrings['python.length'](new Map([['a', 1]])), 1);
	t.is(pythonStrings['python.length'](undefined), 0);
	t.throws(() => pythonStrings['python.length'](3));
	t.is(pythonStrings['python.capitalize']('\u00e9TUDE'), '\u00c9tude');
	t.is(pythonStrings['python.trim'](undefined), '');
	t.is(pythonStrings['python.trim'](null), 'None');
	t.throws(() => strip(undefined), {message: /expected text, found undefined/});
});
