import type {BytesCells, FixedCells} from '../arrow/cells.ts';
import type {Leaf} from './parquet-leaves.ts';

/** The values of cells in Parquet's plain encoding; those at `slots`, -1 being none, where they are given. */
export function plainValues(leaf: Leaf, cells: BytesCells | FixedCells, slots?: Int32Array): Uint8Array {
	const kept = slots?.filter((slot) => slot >= 0);
	if (cells.kind === 'bytes') return plainBytes(cells, kept);
	return leaf.physical === 'BOOLEAN' ? plainBits(cells, kept) : plainFixed(cells, kept);
}

function plainBytes({bytes, offsets, length}: BytesCells, kept: Int32Array | undefined): Uint8Array {
	const count = kept?.length ?? length;
	let size = count * 4;
	for (let index = 0; index < count; index++) {
		const cell = kept ? (kept[index] ?? 0) : index;
		size += (offsets[cell + 1] ?? 0) - (offsets[cell] ?? 0);
	}
	const out = Buffer.allocUnsafeSlow(size);
	const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = 0;
	for (let index = 0; index < count; index++) {
		const cell = kept ? (kept[index] ?? 0) : index;
		const [start, stop] = [offsets[cell] ?? 0, offsets[cell + 1] ?? 0];
		end = out.writeUInt32LE(stop - start, end);
		end += from.copy(out, end, start, stop);
	}
	return out;
}

function plainBits({bytes, length}: FixedCells, kept: Int32Array | undefined): Uint8Array {
	const count = kept?.length ?? length;
	const out = new Uint8Array((count + 7) >> 3);
	for (let index = 0; index < count; index++) {
		const cell = kept ? (kept[index] ?? 0) : index;
		if (bytes[cell]) out[index >> 3] = (out[index >> 3] ?? 0) | (1 << (index & 7));
	}
	return out;
}

function plainFixed({bytes, width}: FixedCells, kept: Int32Array | undefined): Uint8Array {
	if (!kept) return bytes;
	const out = new Uint8Array(kept.length * width);
	for (let index = 0; index < kept.length; index++) {
		const start = (kept[index] ?? 0) * width;
		for (let byte = 0; byte < width; byte++) out[index * width + byte] = bytes[start + byte] ?? 0;
	}
	return out;
}
