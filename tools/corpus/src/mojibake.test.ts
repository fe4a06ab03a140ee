import test from 'ava';
import fc from 'fast-check';
import {emptyBytes} from './bytes.ts';
import {appendMojibake} from './mojibake.ts';

test('mojibake is UTF-8 read as Latin-1', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), (text) => {
			const utf8 = Buffer.from(text);
			const into = emptyBytes(0);
			appendMojibake(into, {data: utf8, length: utf8.length});
			return Buffer.from(into.data.subarray(0, into.length)).toString() === utf8.toString('latin1');
		}),
	);
	t.pass();
});
