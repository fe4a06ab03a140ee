import test from 'ava';
import {spelling} from './spelling.ts';

test('spells letter for letter and keeps the rest', (t) => {
	t.is(spelling('ab', '\u05d0\u05d1')('ab ba c'), '\u05d0\u05d1 \u05d1\u05d0 c');
});
