import test from 'ava';
import fc from 'fast-check';
import {slidingBytes} from './sliding-bytes.ts';

const step = fc.tuple(fc.uint8Array({maxLength: 40}), fc.double({min: 0, max: 1, noNaN: true}));

test('what is held is the stream from where it was let go, at the offsets of the stream', (t) => {
	fc.assert(
		fc.property(fc.array(step, {maxLength: 20}), fc.nat(255), (steps, byte) => {
			const bytes = slidingBytes();
			let all = Buffer.alloc(0);
			let needed = 0;
			for (const [block, share] of steps) {
				needed += Math.floor((bytes.end - needed) * share);
				bytes.add(block, needed);
				all = Buffer.concat([all, block]);
				t.true(bytes.base <= needed);
				t.is(bytes.end, all.length);
				t.deepEqual(Buffer.from(bytes.held), all.subarray(bytes.base));
				t.deepEqual(Buffer.from(bytes.slice(needed, bytes.end)), all.subarray(needed));
				t.is(bytes.at(needed), all[needed]);
				t.is(bytes.indexOf(byte, needed), all.indexOf(byte, needed));
			}
		}),
	);
});

test('a stream of which all is let go is held in little memory', (t) => {
	const bytes = slidingBytes();
	const block = new Uint8Array(1000);
	for (let index = 0; index < 200; index++) bytes.add(block, bytes.end);
	t.is(bytes.end, 200_000);
	t.true(bytes.end - bytes.base <= 4000, `${bytes.end - bytes.base} bytes are held`);
});
