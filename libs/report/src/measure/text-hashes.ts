import {encodeUtf8, type Vector} from '@millrace/core';
import {hash128Batch} from '@millrace/kernels';
import {isConversation} from '../settings/roles.ts';
import {names, texts} from './row-values.ts';

/** Hashes the text of every row: each is two words of 32 bits, the first of which is at twice its row. */
export function textHashes(vector: Vector): Uint32Array {
	const {type, length, utf8} = vector;
	if (!isConversation(type) && utf8) return hashesOf(utf8);
	const text = texts(vector);
	return hashesOf(encodeUtf8(Array.from({length}, (_, row) => text(row))));
}

/** The hash of the name in each row; null where there is none. */
export function nameHashes(vector: Vector): (row: number) => readonly [high: number, low: number] | null {
	const name = names(vector);
	const values = Array.from({length: vector.length}, (_, row) => name(row));
	const hashes = hashesOf(encodeUtf8(values));
	return (row) => (values[row] === null ? null : [hashes[row * 2] ?? 0, hashes[row * 2 + 1] ?? 0]);
}

function hashesOf(bytes: {readonly bytes: Uint8Array; readonly offsets: Int32Array}): Uint32Array {
	const hashes = hash128Batch(bytes);
	const view = new DataView(hashes.buffer);
	return Uint32Array.from({length: hashes.length / 8}, (_, index) =>
		view.getUint32((index >> 1) * 16 + (index & 1) * 4),
	);
}
