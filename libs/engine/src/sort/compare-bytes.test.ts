import test from 'ava';
import fc from 'fast-check';
import {compareBytes} from './compare-bytes.ts';

test('orders stretches of bytes as Buffer.compare does, wherever they stand', (t) => {
	const bytes = fc.uint8Array({maxLength: 5, max: 3});
	fc.assert(
		fc.property(bytes, bytes, bytes, (before, a, b) => {
			const one = Uint8Array.from([...before, ...a, 9]);
			const order = compareBytes(one, before.length, before.length + a.length, b, 0, b.length);
			t.is(Math.sign(order), Buffer.compare(a, b));
		}),
	);
});
