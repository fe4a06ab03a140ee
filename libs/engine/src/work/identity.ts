import {hash128Batch} from '@millrace/kernels';

/** The id of each record: a hash of its path, its content and how many equal records stand before it in the file. */
export function recordIds(path: string, hashes: Uint8Array, occurrences: Uint32Array): Uint8Array {
	const name = new TextEncoder().encode(path);
	const width = name.length + 16 + 4;
	const bytes = new Uint8Array(width * occurrences.length);
	const view = new DataView(bytes.buffer);
	const offsets = new Int32Array(occurrences.length + 1);
	for (let row = 0; row < occurrences.length; row++) {
		const at = row * width;
		bytes.set(name, at);
		bytes.set(hashes.subarray(row * 16, row * 16 + 16), at + name.length);
		view.setUint32(at + name.length + 16, occurrences[row] ?? 0);
		offsets[row + 1] = at + width;
	}
	return hash128Batch({bytes, offsets});
}

/** The ids of rows that a stage made: children get one of their parent, the stage and their number; others keep theirs. */
export function childIds(ids: Uint8Array, source: Int32Array, child: Int32Array, stage: string): Uint8Array {
	const name = new TextEncoder().encode(stage);
	const width = 16 + 4 + name.length;
	const bytes = new Uint8Array(width * source.length);
	const view = new DataView(bytes.buffer);
	const offsets = new Int32Array(source.length + 1);
	for (const [row, from] of source.entries()) {
		const at = row * width;
		bytes.set(ids.subarray(from * 16, from * 16 + 16), at);
		view.setInt32(at + 16, child[row] ?? -1);
		bytes.set(name, at + 20);
		offsets[row + 1] = at + width;
	}
	const made = hash128Batch({bytes, offsets});
	for (const [row, from] of source.entries()) {
		if ((child[row] ?? -1) < 0) made.set(ids.subarray(from * 16, from * 16 + 16), row * 16);
	}
	return made;
}
