import test from 'ava';
import {MillraceError} from './errors.ts';

test('an error bears a code to branch on, its sentence and its cause', (t) => {
	const cause = new Error('below');
	const error = new MillraceError('corrupt', 'shard 3: expected 10 rows, found 9; run again.', {cause});
	t.true(error instanceof Error);
	t.is(error.name, 'MillraceError');
	t.is(error.code, 'corrupt');
	t.is(error.cause, cause);
	t.is(String(error), 'MillraceError: shard 3: expected 10 rows, found 9; run again.');
	t.false('cause' in new MillraceError('usage', 'no cause'));
});
