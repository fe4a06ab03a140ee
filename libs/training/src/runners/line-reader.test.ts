import test from 'ava';
import fc from 'fast-check';
import {linesOf} from './line-reader.ts';

const streamOf = async function* (bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
};

test('lines are the same however the stream is cut', async (t) => {
	const line = fc.string({unit: 'grapheme', maxLength: 20}).map((text) => text.replaceAll('\n', ' '));
	await fc.assert(
		fc.asyncProperty(fc.array(line), fc.integer({min: 1, max: 9}), async (lines, size) => {
			const bytes = new TextEncoder().encode(lines.map((own) => `${own}\n`).join(''));
			t.deepEqual(await Array.fromAsync(linesOf(streamOf(bytes, size))), lines);
		}),
	);
});

test('a last line without an end is given, an endless one refused', async (t) => {
	const bytes = new TextEncoder().encode('a\nb');
	t.deepEqual(await Array.fromAsync(linesOf(streamOf(bytes, 2))), ['a', 'b']);
	await t.throwsAsync(Array.fromAsync(linesOf(streamOf(new Uint8Array(50).fill(65), 10), 20)), {
		message: /at most 20 characters/,
	});
});
