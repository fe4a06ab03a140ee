import test from 'ava';
import {tinyBase} from './tiny-base.ts';

test('a tiny base has sizes that fit together', (t) => {
	t.throws(() => tinyBase({hidden: 30, heads: 4}), {
		code: 'usage',
		message: /hidden: expected an even multiple of 4 heads, found 30/,
	});
	const unknown: object = {layer: 2};
	t.throws(() => tinyBase(unknown), {message: /unknown option "layer", did you mean "layers"\?/});
});
