import {Readable} from 'node:stream';
import test from 'ava';
import fc from 'fast-check';
import {byteQueue} from './byte-queue.ts';

const blocks = fc.array(fc.uint8Array({maxLength: 9}), {maxLength: 12});
const taking = fc.array(fc.tuple(fc.boolean(), fc.integer({min: 1, max: 20})), {maxLength: 30});

test('what is taken in any lengths is the blocks, one after the other', async (t) => {
	await fc.assert(
		fc.asyncProperty(blocks, taking, async (given, takes) => {
			const all = Buffer.concat(given);
			const queue = byteQueue(Readable.from(given));
			for (const [exactly, length] of takes) {
				const before = queue.taken;
				const part = exactly ? await queue.exactly(length) : await queue.some(length);
				t.is(queue.taken - before, part?.length ?? 0);
				t.deepEqual(Buffer.from(part ?? []), all.subarray(before, queue.taken));
				if (exactly) t.is(part?.length, Math.min(length, all.length - before));
				else t.is(part === undefined, before === all.length);
			}
		}),
	);
});

test('closing ends the source', async (t) => {
	let ended = false;
	async function* source() {
		try {
			for (;;) yield await Promise.resolve(Buffer.from('more'));
		} finally {
			ended = true;
		}
	}
	const queue = byteQueue(source());
	await queue.exactly(6);
	t.false(ended);
	await queue.close();
	t.true(ended);
});
