import test from 'ava';
import {unequal, verifying} from './unequal.ts';

test('a difference stays what it is; whatever a reader throws becomes one', async (t) => {
	const difference = unequal('Arrow', 'column a differs');
	t.is(await t.throwsAsync(verifying('Arrow', () => Promise.reject(difference))), difference);
	const fault = new RangeError('out of bounds');
	await t.throwsAsync(
		verifying('Arrow', () => Promise.reject(fault)),
		{
			code: 'corrupt',
			message:
				'Arrow shard: it does not read back as the rows that it was made of: it cannot be read (out of bounds); it is not published, write it again.',
		},
	);
	await t.notThrowsAsync(verifying('Arrow', () => Promise.resolve()));
});
