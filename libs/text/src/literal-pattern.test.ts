import test from 'ava';
import fc from 'fast-check';
import {literalPattern} from './literal-pattern.ts';

test('matches the string itself and nothing else, for any string', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (text, other) => {
			const pattern = new RegExp(`^${literalPattern(text)}$`, 'u');
			t.true(pattern.test(text));
			t.is(pattern.test(other), other === text);
		}),
	);
});
