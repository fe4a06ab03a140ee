import test from 'ava';
import fc from 'fast-check';
import {mixQuotas} from './mix-quotas.ts';

const quotas = (
	sizes: Readonly<Record<string, number>>,
	options: Partial<Parameters<typeof mixQuotas>[1]> = {},
) =>
	Object.fromEntries(mixQuotas(new Map(Object.entries(sizes)), {temperature: 1, maxRepeats: 4, ...options}));

test('at temperature 1 sources get what they have', (t) => {
	t.deepEqual(quotas({a: 900, b: 100}), {a: 900, b: 100});
	t.deepEqual(quotas({a: 900, b: 100}, {tokens: 500}), {a: 450, b: 50});
});

test('a higher temperature evens them out, as far as repeats go', (t) => {
	t.deepEqual(quotas({a: 900, b: 100}, {temperature: 2}), {a: 750, b: 250});
	t.deepEqual(quotas({a: 900, b: 100}, {temperature: 2, maxRepeats: 2}), {a: 800, b: 200});
	t.deepEqual(quotas({a: 900, b: 100}, {temperature: 2, tokens: 400}), {a: 300, b: 100});
});

test('weights stand instead of sizes; a source without one gets nothing', (t) => {
	t.deepEqual(quotas({a: 900, b: 100, c: 50}, {weights: {a: 1, b: 1}, tokens: 300}), {a: 150, b: 150, c: 0});
});

test('a budget that repeats cannot meet is not met', (t) => {
	t.deepEqual(quotas({a: 10, b: 5}, {tokens: 1000, maxRepeats: 2}), {a: 20, b: 10});
	t.deepEqual(quotas({a: 0}), {a: 0});
	t.deepEqual(quotas({}), {});
});

test('quotas sum to the budget or the caps, none over its cap, larger sources first', (t) => {
	const sizes = fc.array(fc.integer({min: 0, max: 1e9}), {minLength: 1, maxLength: 20});
	const options = fc.record({
		temperature: fc.double({min: 1, max: 100, noNaN: true}),
		maxRepeats: fc.integer({min: 1, max: 8}),
		tokens: fc.integer({min: 1, max: 1e10}),
	});
	fc.assert(
		fc.property(sizes, options, (all, given) => {
			const found = [...mixQuotas(new Map(all.map((size, index) => [String(index), size])), given).values()];
			const caps = all.reduce((sum, size) => sum + size * given.maxRepeats, 0);
			const sum = found.reduce((total, quota) => total + quota, 0);
			t.true(Math.abs(sum - Math.min(given.tokens, caps)) <= 1e-6 * Math.max(1, sum));
			for (const [index, quota] of found.entries()) {
				t.true(quota <= (all[index] ?? 0) * given.maxRepeats + 1e-6);
				for (const [other, less] of found.entries())
					if ((all[other] ?? 0) <= (all[index] ?? 0)) t.true(less <= quota * (1 + 1e-9) + 1e-6);
			}
		}),
	);
});
