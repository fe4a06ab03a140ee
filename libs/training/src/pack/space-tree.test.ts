import test from 'ava';
import fc from 'fast-check';
import {spaceTree} from './space-tree.ts';

test('finds the least member from a number on, as a sorted list would', (t) => {
	const changes = fc.array(fc.record({space: fc.integer({min: 1, max: 40}), add: fc.boolean()}), {
		maxLength: 80,
	});
	fc.assert(
		fc.property(fc.integer({min: 40, max: 70}), changes, (most, steps) => {
			const tree = spaceTree(most);
			const members = new Set<number>();
			for (const {space, add} of steps) {
				if (add) {
					tree.add(space);
					members.add(space);
				} else {
					tree.remove(space);
					members.delete(space);
				}
				for (let least = 1; least <= most + 1; least++) {
					const fitting = [...members].filter((member) => member >= least);
					t.is(tree.leastFrom(least), fitting.length > 0 ? Math.min(...fitting) : -1);
				}
			}
		}),
		{numRuns: 30},
	);
});
