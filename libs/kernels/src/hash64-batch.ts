import type {BytesBatch} from './bytes-batch.ts';
import {hash64} from './hash64.ts';
import {kernel} from './kernel.ts';
import {walkRows} from './walk-rows.ts';

/**
 * Hashes each row with XXH64, in WebAssembly: one unsigned 64-bit number a row, equal to `hash64Twin` of its bytes.
 * `seed` counts modulo 2^64. Throws a RangeError unless the offsets ascend within the bytes.
 */
export function hash64Batch(batch: BytesBatch, seed = 0n): BigUint64Array<ArrayBuffer> {
	const {wasm, output} = kernel();
	const hashes = new BigUint64Array(Math.max(0, batch.offsets.length - 1));
	const bytes = new Uint8Array(hashes.buffer);
	walkRows(batch, {
		window(first, rows, base) {
			wasm.hash64Rows(rows, base, seed);
			bytes.set(output.subarray(0, rows * 8), first * 8);
		},
		long(row, content) {
			hashes[row] = hash64(content, seed);
		},
	});
	return hashes;
}
