import test from 'ava';
import {BYTES, unitsOfText} from './units-of-text.ts';

test('cuts to words and marks, to code points, or to bytes', (t) => {
	t.deepEqual(unitsOfText('Don\u2019t stop!', 'word'), ['Don\u2019t', 'stop', '!']);
	t.deepEqual(unitsOfText('a\u{1f600} ', 'character'), ['a', '\u{1f600}', ' ']);
	t.deepEqual(unitsOfText('\u00e9', 'byte'), [BYTES[0xc3], BYTES[0xa9]]);
	t.is(new Set(BYTES).size, 256);
});
