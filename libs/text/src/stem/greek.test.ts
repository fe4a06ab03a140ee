import test from 'ava';
import {greek} from './greek.ts';
import {stemFixture} from './stem-fixture.ts';
import {overBasicPlane} from './basic-plane.ts';

test('leaves two letters of a word that comes down to three', (t) => {
	for (const word of [
		'\u03b9\u03c3\u03b1',
		'\u03af\u03c3\u03b1',
		'\u0399\u03a3\u0391',
		'\u03b9\u03c3\u03b1\u03b9\u03b6\u03b5',
	])
		t.is(greek(word), '\u03b9\u03c3');
	t.is(greek('\u03b1\u03b3\u03b1'), '');
	t.is(greek(''), '');
});

test('equals the reference, also on what is no word', (t) => {
	for (const [word, expected] of stemFixture('greek')) t.is(overBasicPlane(greek)(word), expected, word);
});
