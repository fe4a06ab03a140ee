import test from 'ava';
import fc from 'fast-check';
import {idOf, idsFromText, idsToText} from './rows.ts';

const ids = fc.nat(20).chain((rows) => fc.uint8Array({minLength: rows * 16, maxLength: rows * 16}));

test('ids as text are read back as the bytes they were', (t) => {
	fc.assert(
		fc.property(ids, (bytes) => {
			const text = idsToText(bytes);
			t.deepEqual([...idsFromText(text)], [...bytes]);
			t.is(text.offsets.length, bytes.length / 16 + 1);
		}),
	);
});

test('ids are read from some rows of a longer text, and one from the middle of others', (t) => {
	const bytes = Uint8Array.from({length: 64}, (_, index) => index);
	const {bytes: digits, offsets} = idsToText(bytes);
	t.deepEqual(
		[...idsFromText({bytes: digits, offsets: offsets.subarray(1, 3)})],
		[...bytes.subarray(16, 32)],
	);
	t.is(idOf(bytes.subarray(16), 1), '202122232425262728292a2b2c2d2e2f');
});
