import test from 'ava';
import {corpusPlan} from './corpus-options.ts';

test('all options but bytes have defaults', (t) => {
	const {bytes, seed, files, formats, exact, near, mojibake} = corpusPlan({bytes: 5000});
	t.deepEqual(
		{bytes, seed, files, formats, exact, near, mojibake},
		{
			bytes: 5000,
			seed: 0,
			files: 8,
			formats: ['jsonl'],
			exact: 0.05,
			near: 0.03,
			mojibake: 0.01,
		},
	);
});

test('one error names every bad option', (t) => {
	const error = t.throws(() => corpusPlan({bytes: 1, exact: 0.9, longBytes: 3}), {code: 'usage'});
	for (const name of ['bytes', 'exact', 'longBytes']) t.true(error.message.includes(name), name);
});
