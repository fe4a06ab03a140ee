import test from 'ava';
import {sentences} from './round-trips.ts';

test('the sentences are different and short', (t) => {
	const all = sentences();
	t.is(new Set(all).size, 256);
	t.true(all.every((text) => text.split(' ').length <= 16));
});
