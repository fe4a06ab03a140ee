import test from 'ava';
import {wordBordersTwin} from './word-borders-twin.ts';

test('counts borders in bytes, a byte order mark included', (t) => {
	t.deepEqual([...wordBordersTwin(Buffer.from('\ufeffé \u{1f600}it’s'))], [0, 5, 6, 10, 10, 12, 12, 16]);
});
