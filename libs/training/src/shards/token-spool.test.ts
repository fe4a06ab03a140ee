import test from 'ava';
import fc from 'fast-check';
import {tokenSpool} from './token-spool.ts';

test('gives back what was added, in any order, while more is added', (t) => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.integer({min: -100, max: 2 ** 31 - 1}), {maxLength: 30}), {maxLength: 30}),
			(lists) => {
				using spool = tokenSpool();
				let end = 0;
				const starts = lists.map((list) => {
					spool.add(Int32Array.from(list));
					const start = end;
					end += list.length;
					t.deepEqual([...spool.read(start, list.length)], list);
					return start;
				});
				for (const [index, list] of [...lists.entries()].reverse())
					t.deepEqual([...spool.read(starts[index] ?? 0, list.length)], list);
			},
		),
		{numRuns: 30},
	);
});

test('a list larger than the buffer is kept whole', (t) => {
	using spool = tokenSpool();
	const large = Int32Array.from({length: (1 << 20) + 5}, (_, index) => index);
	spool.add(Int32Array.from([7]));
	spool.add(large);
	t.deepEqual(spool.read(1, large.length), large);
	t.deepEqual([...spool.read(0, 1)], [7]);
	t.throws(() => spool.read(large.length, 5), {message: /expected 5 tokens/});
});
