import test from 'ava';
import fc from 'fast-check';
import {decodeLz4} from './decode-lz4.ts';

/** What pyarrow makes of `content`, by `pyarrow.compress(content, codec='lz4')`. */
const frame = Buffer.from(
	'04224d18604082320000003f616263030026ff11000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f59000650626361626300000000',
	'hex',
);
const content = Buffer.concat([
	Buffer.from('abc'.repeat(20)),
	Buffer.from(Array.from({length: 32}, (_, index) => index)),
	Buffer.from('abc'.repeat(10)),
]);
const most = 1 << 20;

test('frames that pyarrow wrote are read, one after the other', (t) => {
	t.deepEqual(Buffer.from(decodeLz4(frame, most)), content);
	t.deepEqual(Buffer.from(decodeLz4(Buffer.concat([frame, frame]), most)), Buffer.concat([content, content]));
	t.is(decodeLz4(new Uint8Array(0), most).length, 0);
});

interface Sequence {
	readonly literals: Uint8Array;
	readonly distance: number;
	readonly length: number;
}

const sequence = fc.record({
	literals: fc.uint8Array({minLength: 1, maxLength: 300}),
	distance: fc.nat(1 << 16),
	length: fc.integer({min: 4, max: 600}),
});

/** Blocks of sequences as a frame, and what they say, made a byte at a time. */
function encode(blocks: readonly (readonly Sequence[])[]): {readonly bytes: Buffer; readonly out: Buffer} {
	const out: number[] = [];
	const parts = [Buffer.from('04224d18604082', 'hex')];
	for (const block of blocks) {
		const bytes: number[] = [];
		for (const {literals, distance, length} of block) {
			out.push(...literals);
			const back = 1 + (distance % Math.min(out.length, 65_535));
			bytes.push((Math.min(literals.length, 15) << 4) | Math.min(length - 4, 15));
			bytes.push(...long(literals.length), ...literals, back & 255, back >> 8, ...long(length - 4));
			for (let copied = 0; copied < length; copied++) out.push(out.at(-back) ?? 0);
		}
		const size = Buffer.alloc(4);
		size.writeUInt32LE(bytes.length + 1);
		parts.push(size, Buffer.from(bytes), Buffer.of(0));
	}
	return {bytes: Buffer.concat([...parts, Buffer.alloc(4)]), out: Buffer.from(out)};
}

function long(length: number): readonly number[] {
	if (length < 15) return [];
	return [...Array.from({length: Math.floor((length - 15) / 255)}, () => 255), (length - 15) % 255];
}

test('literals and matches of any length and distance are followed, over the borders of blocks', (t) => {
	fc.assert(
		fc.property(fc.array(fc.array(sequence, {minLength: 1, maxLength: 6}), {maxLength: 4}), (blocks) => {
			const {bytes, out} = encode(blocks);
			t.deepEqual(Buffer.from(decodeLz4(bytes, most)), out);
			if (out.length > 0) t.throws(() => decodeLz4(bytes, out.length - 1), {instanceOf: RangeError});
		}),
	);
});

test('a frame that is cut off anywhere, or leads out of itself, is refused', (t) => {
	for (let length = 1; length < frame.length; length++)
		t.throws(() => decodeLz4(frame.subarray(0, length), most), {instanceOf: RangeError}, `${length} bytes`);
	const astray = Buffer.from('04224d186040820400000010610900' + '00000000', 'hex');
	t.throws(() => decodeLz4(astray, most), {message: /a match leads out of its frame/});
	t.throws(() => decodeLz4(Buffer.from('not an lz4 frame'), most), {message: /expected a frame at byte 0/});
});
