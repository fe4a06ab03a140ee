import test from 'ava';
import {rewrites} from './rewrites.ts';

test('every rewrite has a name of its own, examples and refusals', (t) => {
	t.is(new Set(rewrites.map(({name}) => name)).size, rewrites.length);
	t.true(rewrites.every(({examples, refusals}) => examples.length >= 2 && refusals.length >= 2));
});
