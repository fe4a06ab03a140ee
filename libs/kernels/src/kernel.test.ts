import test from 'ava';
import {kernel} from './kernel.ts';
import {hash64} from './hash64.ts';

test('is instantiated once', (t) => {
	t.is(kernel(), kernel());
});

test('keeps its memory below 22 MiB, whatever it is given', (t) => {
	const {input, wasm} = kernel();
	hash64(new Uint8Array(20_000_000));
	t.is(input.buffer, wasm.memory.buffer);
	t.true(input.buffer.byteLength <= 22 << 20);
});

test('lays the places of its memory apart', (t) => {
	const {input, borders, output, found} = kernel();
	t.true(input.byteOffset + input.byteLength <= borders.byteOffset);
	t.true(borders.byteOffset + borders.byteLength <= output.byteOffset);
	t.deepEqual([found.byteOffset, found.byteLength], [output.byteOffset, output.byteLength]);
	t.is(output.length, (borders.length - 1) * 16);
});
