import test from 'ava';
import fc from 'fast-check';
import {overBasicPlane} from './basic-plane.ts';

const dropLast = overBasicPlane((word) => word.slice(0, -1));

test('a character beyond the basic plane counts as one', (t) => {
	t.is(dropLast('ab\u{1f600}'), 'ab');
	t.is(dropLast('\u{1f600}\u{1f601}\u{1f600}'), '\u{1f600}\u{1f601}');
	t.is(dropLast('ab'), 'a');
});

test('private characters of the word are not mistaken for its emoji', (t) => {
	t.is(dropLast('\ue000\u{1f600}\ue001x'), '\ue000\u{1f600}\ue001');
});

test('a word with thousands of different ones is kept', (t) => {
	const word = Array.from({length: 7000}, (_, index) => String.fromCodePoint(0x20000 + index)).join('');
	t.is(dropLast(word), word);
});

test('equals what code points give', (t) => {
	fc.assert(
		fc.property(
			fc.string({unit: 'binary'}),
			(word) => dropLast(word) === Array.from(word).slice(0, -1).join(''),
		),
	);
	t.pass();
});
