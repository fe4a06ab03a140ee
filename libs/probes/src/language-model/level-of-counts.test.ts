import test from 'ava';
import {levelOfCounts} from './level-of-counts.ts';

const columns = {
	prefixes: Int32Array.of(4, 0, 4, 0),
	units: Int32Array.of(6, 3, 2, 1),
	counts: Int32Array.of(1, 2, 3, 4),
	extensions: new Int32Array(4),
};

test('sorts n-grams by prefix, then unit, and tells where each went', (t) => {
	const {level, moved} = levelOfCounts(columns, columns.counts, () => true, {size: 5, moved: null}, 7);
	t.deepEqual(level, {
		starts: Int32Array.of(0, 2, 2, 2, 2, 4),
		units: Int32Array.of(1, 3, 2, 6),
		counts: Int32Array.of(4, 2, 3, 1),
	});
	t.deepEqual(moved, Int32Array.of(3, 1, 2, 0));
});

test('adds up what was left out of each prefix, and leaves out what has no prefix left', (t) => {
	const parents = {size: 2, moved: Int32Array.of(-1, 9, 9, 9, 1)};
	const {level, moved} = levelOfCounts(columns, columns.counts, (id) => id !== 2, parents, 7);
	t.deepEqual(level, {
		starts: Int32Array.of(0, 0, 1),
		units: Int32Array.of(6),
		counts: Int32Array.of(1),
		pruned: Int32Array.of(0, 3),
	});
	t.deepEqual(moved, Int32Array.of(0, -1, -1, -1));
});
