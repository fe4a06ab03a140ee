import {kernel} from './kernel.ts';
import {streamRow} from './stream-row.ts';

/**
 * Hashes bytes with XXH64, in WebAssembly: the unsigned 64-bit number that `hash64Twin` defines.
 * `seed` counts modulo 2^64. Any length; memory stays bounded.
 */
export function hash64(bytes: Uint8Array, seed = 0n): bigint {
	const {wasm, input} = kernel();
	if (bytes.length <= input.length) {
		input.set(bytes);
		return BigInt.asUintN(64, wasm.hash64(bytes.length, seed));
	}
	wasm.begin(0, seed);
	const rest = streamRow(bytes, (length) => {
		wasm.fold(0, length);
	});
	return BigInt.asUintN(64, wasm.end(0, rest, BigInt(bytes.length)));
}
