import {encodeUtf8} from '@millrace/core';
import {hash64Batch} from '@millrace/kernels';

/** The hash of each span's text, null for those that do not count. */
export function spanHashes(texts: readonly (string | null)[]): readonly (bigint | null)[] {
	const hashes = hash64Batch(encodeUtf8(texts.map((text) => text ?? '')));
	return texts.map((text, at) => (text === null ? null : (hashes[at] ?? 0n)));
}

/** Hashes one after another, 8 bytes each. */
export function packHashes(hashes: readonly bigint[]): Uint8Array {
	return new Uint8Array(BigUint64Array.from(hashes).buffer);
}

/** The hashes that were packed. */
export function unpackHashes(bytes: Uint8Array): ReadonlySet<bigint> {
	return new Set(new BigUint64Array(Uint8Array.from(bytes).buffer));
}
