import test from 'ava';
import fc from 'fast-check';
import {appendText, emptyBytes} from './bytes.ts';

test('appended texts stand one after another as UTF-8', (t) => {
	fc.assert(
		fc.property(fc.array(fc.string({unit: 'grapheme'})), (texts) => {
			const bytes = emptyBytes(1);
			for (const text of texts) appendText(bytes, text);
			return Buffer.from(bytes.data.subarray(0, bytes.length)).toString() === texts.join('');
		}),
	);
	t.pass();
});
