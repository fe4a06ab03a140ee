import test from 'ava';
import fc from 'fast-check';
import {codePointsAt} from './code-points.ts';

test('counts the code points before any place between two', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (before, after) => {
			t.is(codePointsAt(before + after)(before.length), Array.from(before).length);
		}),
	);
});
