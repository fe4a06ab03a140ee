import test from 'ava';
import {wilsonInterval} from './wilson-interval.ts';

// R: prop.test(x, n, correct = FALSE)$conf.int
const cases = [
	{successes: 0, trials: 10, low: 0, high: 0.2775328},
	{successes: 10, trials: 10, low: 0.7224672, high: 1},
	{successes: 50, trials: 100, low: 0.4038315, high: 0.5961685},
	{successes: 152, trials: 214, low: 0.6462187, high: 0.7669258},
];

for (const {successes, trials, low, high} of cases) {
	test(`${successes} of ${trials}`, (t) => {
		const [from, to] = wilsonInterval(successes, trials) ?? [NaN, NaN];
		t.true(Math.abs(from - low) < 1e-6 && Math.abs(to - high) < 1e-6, `${from} to ${to}`);
	});
}

test('no trials have no interval', (t) => {
	t.is(wilsonInterval(0, 0), null);
});
