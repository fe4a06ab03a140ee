import {random} from '@millrace/core';
import test from 'ava';
import {wordSpans} from '../word-spans.ts';
import {identityGroups, swapGroups} from './swap-groups.ts';

const swap = (text: string, seed = 1) =>
	swapGroups(wordSpans(text), [['Red', 'Blue', 'Green']], random(Uint32Array.of(seed, 1, 1, 1))).map(
		({word}) => word,
	);

test('moves all terms by the same number of places, endings kept', (t) => {
	for (let seed = 1; seed < 20; seed++) {
		const [one = '', other = '', again = ''] = swap("Red and Blues saw Red's", seed);
		t.is(again, `${one}'s`);
		t.true(['Blue Greens', 'Green Reds'].includes(`${one} ${other}`));
	}
	t.deepEqual(swap('red and yellow'), []);
});

test('groups hold different terms', (t) => {
	const all = identityGroups.flat();
	t.is(new Set(all).size, all.length);
});
