import test from 'ava';
import {rowEncoder} from './row-encoder.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('a cell is 0, or 1 and its value', (t) => {
	const out = rowEncoder();
	const cell = (...[type, value]: Parameters<typeof out.cell>): string => {
		out.reset(0);
		out.cell(type, value);
		return hex(out.written);
	};
	t.is(cell({kind: 'utf8'}, null), '00');
	t.is(cell({kind: 'utf8'}, Buffer.from('ab')), '01020000006162');
	t.is(cell({kind: 'bool'}, false), '0100');
	t.is(cell({kind: 'int32'}, -2), '01feffffff');
	t.is(cell({kind: 'int64'}, -2n), '01feffffffffffffff');
	t.is(cell({kind: 'float32'}, 1), '01000000000000f03f');
	t.is(cell({kind: 'list', of: {kind: 'bool'}}, [true, null]), '0102000000010100');
	t.is(cell({kind: 'struct', fields: {b: {kind: 'bool'}, a: {kind: 'bool'}}}, {a: true}), '01000101');
	t.throws(() => cell({kind: 'int32'}, 'text'), {message: /expected a value of int32, found string/});
});

test('NaN has one form, whatever its bits', (t) => {
	const out = rowEncoder();
	const [odd = 0] = new Float64Array(Uint8Array.of(1, 0, 0, 0, 0, 0, 0xf8, 0xff).buffer);
	out.cell({kind: 'float64'}, odd);
	const end = out.written.length;
	out.cell({kind: 'float64'}, NaN);
	t.is(hex(out.written.subarray(0, end)), hex(out.written.subarray(end)));
});

test('a hole is filled later, also once more room was made', (t) => {
	const out = rowEncoder();
	const hole = out.hole();
	out.raw(new Uint8Array(1 << 17).fill(7));
	out.fill(hole, 0x01020304);
	t.is(out.written.length, 4 + (1 << 17));
	t.is(hex(out.written.subarray(hole, hole + 6)), '040302010707');
});
