import test from 'ava';
import fc from 'fast-check';
import {smallest} from './smallest.ts';

test('holds the items of the smallest keys in any order of coming', (t) => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.string({minLength: 1}), {maxLength: 60}),
			fc.integer({min: 0, max: 9}),
			(keys, most) => {
				const sample = smallest<string>(most);
				for (const key of keys) if (sample.wants(key)) sample.add(key, key);
				t.deepEqual(sample.items(), keys.toSorted((a, b) => (a < b ? -1 : 1)).slice(0, most));
			},
		),
	);
});
