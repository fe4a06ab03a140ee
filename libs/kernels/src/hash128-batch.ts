import type {BytesBatch} from './bytes-batch.ts';
import {hash128Seeds} from './hash128-twin.ts';
import {kernel} from './kernel.ts';
import {streamRow} from './stream-row.ts';
import {walkRows} from './walk-rows.ts';

/**
 * Hashes each row to 128 bits, in one pass in WebAssembly: row i is bytes 16i to 16i + 16, equal to `hash128Twin` of its bytes.
 * Throws a RangeError unless the offsets ascend within the bytes.
 */
export function hash128Batch(batch: BytesBatch): Uint8Array<ArrayBuffer> {
	const {wasm, output} = kernel();
	const [seedA, seedB] = hash128Seeds;
	const hashes = new Uint8Array(Math.max(0, batch.offsets.length - 1) * 16);
	const view = new DataView(hashes.buffer);
	walkRows(batch, {
		window(first, rows, base) {
			wasm.hash128Rows(rows, base, seedA, seedB);
			hashes.set(output.subarray(0, rows * 16), first * 16);
		},
		long(row, content) {
			wasm.begin(0, seedA);
			wasm.begin(1, seedB);
			const rest = streamRow(content, (length) => {
				wasm.fold(0, length);
				wasm.fold(1, length);
			});
			const total = BigInt(content.length);
			view.setBigUint64(row * 16, wasm.end(0, rest, total));
			view.setBigUint64(row * 16 + 8, wasm.end(1, rest, total));
		},
	});
	return hashes;
}
