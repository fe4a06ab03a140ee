import test from 'ava';
import {keyboardLayouts, neighboursOf} from './keyboard-layouts.ts';

const cases = [
	['qwerty', 's', 'adewxz'],
	['qwerty', 'p', 'lo'],
	['qwertz', 'y', 'asx'],
	['azerty', 'a', 'qz'],
] as const;

for (const [layout, key, neighbours] of cases)
	test(`${layout}: beside ${key} lie ${neighbours}`, (t) =>
		t.is([...(neighboursOf(layout).get(key) ?? '').split('')].sort().join(''), neighbours));

test('neighbours are so both ways, and each letter has some', (t) => {
	for (const layout of keyboardLayouts) {
		const all = neighboursOf(layout);
		for (const [key, near] of all) {
			t.true(near.length > 0);
			for (const other of near.split('')) t.true(all.get(other)?.includes(key), `${layout} ${key} ${other}`);
		}
	}
});
