import test from 'ava';
import {bugCode, exitCodes} from './exit-code.ts';

test('no error ends like a success, or like a mistake in code', (t) => {
	t.false(Object.values(exitCodes).some((code) => code === 0 || code === bugCode));
});
