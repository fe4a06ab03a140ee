import test from 'ava';
import {findNgram} from './ngram-level.ts';

const level = {
	starts: Int32Array.of(0, 3, 3, 4),
	units: Int32Array.of(2, 5, 9, 5),
	counts: Int32Array.of(1, 1, 1, 1),
};

test('finds a unit among those of its prefix alone', (t) => {
	t.deepEqual(
		[2, 3, 5, 9, 10].map((unit) => findNgram(level, 0, unit)),
		[0, -1, 1, 2, -1],
	);
	t.is(findNgram(level, 1, 5), -1);
	t.is(findNgram(level, 2, 5), 3);
	t.is(findNgram(level, 2, 2), -1);
});
