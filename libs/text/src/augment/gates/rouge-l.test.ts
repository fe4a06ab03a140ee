import test from 'ava';
import fc from 'fast-check';
import {rougeL, rougeWords} from './rouge-l.ts';
import {rougePool} from './rouge-pool.ts';

const cases = [
	['the cat sat', 'the cat sat', 1],
	['police killed the gunman', 'police kill the gunman', 0.75],
	['police killed the gunman', 'the gunman kill police', 0.5],
	['a b c', 'd e f', 0],
	['', 'a', 0],
] as const;

for (const [a, b, score] of cases)
	test(`rouge-l of ${JSON.stringify(a)} and ${JSON.stringify(b)} is ${score}`, (t) =>
		t.is(rougeL(rougeWords(a), rougeWords(b)), score));

test('a pool finds what comparing with every text finds', (t) => {
	const text = fc
		.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), {maxLength: 6})
		.map((words) => words.join(' '));
	fc.assert(
		fc.property(fc.array(text), text, (kept, asked) => {
			const pool = rougePool<number>(0.7);
			for (const [name, one] of kept.entries()) pool.add(one, name);
			const first = kept.findIndex((one) => rougeL(rougeWords(asked), rougeWords(one)) > 0.7);
			t.is(pool.near(asked)?.name ?? -1, first);
		}),
	);
});
