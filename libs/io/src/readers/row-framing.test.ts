import test from 'ava';
import fc from 'fast-check';
import {rowFraming} from './row-framing.ts';

test('a row ends after the length that it begins with; one that is not whole is none', (t) => {
	fc.assert(
		fc.property(fc.array(fc.nat(40), {maxLength: 12}), fc.nat(20), fc.nat(8), (lengths, before, cut) => {
			const parts = [Buffer.alloc(before, 0xff)];
			const borders = [before];
			for (const length of lengths) {
				const row = Buffer.alloc(4 + length, 0xee);
				row.writeUInt32LE(length);
				parts.push(row);
				borders.push((borders.at(-1) ?? 0) + row.length);
			}
			const bytes = Buffer.concat(parts);
			const to = Math.max(before, bytes.length - cut);
			const whole = borders.filter((border) => border <= to);
			t.deepEqual([...rowFraming.borders(bytes, before, to, false)], whole);
		}),
	);
});
