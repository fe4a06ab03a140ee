import {hash128Batch} from '@millrace/kernels';
import {contentEnd} from './content-end.ts';

/** Mixes the hash of a header into those of its records: the same line under other column names is another record. */
export function mixHeader(hashes: Uint8Array, header: Uint8Array | undefined): Uint8Array {
	if (!header) return hashes;
	const content = header.subarray(0, contentEnd(header, 0, header.length));
	const key = hash128Batch({bytes: content, offsets: Int32Array.of(0, content.length)});
	return hashes.map((byte, index) => byte ^ (key[index & 15] ?? 0));
}
