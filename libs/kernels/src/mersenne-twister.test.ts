import test from 'ava';
import {mersenneTwister} from './mersenne-twister.ts';

test('gives the numbers of the reference implementation for its default seed', (t) => {
	const draw = mersenneTwister(5489);
	const numbers = Array.from({length: 10_000}, draw);
	// The C++ standard prescribes the ten thousandth, [rand.predef].
	t.deepEqual([numbers[0], numbers[1], numbers[9_999]], [3499211612, 581869302, 4123659995]);
});

test('other seeds give other numbers', (t) => {
	t.not(mersenneTwister(1)(), mersenneTwister(2)());
});
