import type {BytesCells, FixedCells} from '../arrow/cells.ts';
import type {Leaf} from './parquet-leaves.ts';

/** Values in Parquet's plain encoding, before they are written. */
export interface PlainValues {
	readonly size: number;
	/** Writes them to `out` from `start` on, which is zeros there. */
	write(out: Buffer, start: number): void;
}

/** The values of cells; those at `slots`, -1 being none, where they are given. */
export function plainValues(leaf: Leaf, cells: BytesCells | FixedCells, slots?: Int32Array): PlainValues {
	const kept = slots?.filter((slot) => slot >= 0);
	if (cells.kind === 'bytes') return plainBytes(cells, kept);
	return leaf.physical === 'BOOLEAN' ? plainBits(cells, kept) : plainFixed(cells, kept);
}

function plainBytes({bytes, offsets, length}: BytesCells, kept: Int32Array | undefined): PlainValues {
	const count = kept?.length ?? length;
	let size = count * 4;
	for (let index = 0; index < count; index++) {
		const cell = kept ? (kept[index] ?? 0) : index;
		size += (offsets[cell + 1] ?? 0) - (offsets[cell] ?? 0);
	}
	return {
		size,
		write(out, start) {
			const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			let end = start;
			for (let index = 0; index < count; index++) {
				const cell = kept ? (kept[index] ?? 0) : index;
				const [first, last] = [offsets[cell] ?? 0, offsets[cell + 1] ?? 0];
				end = out.writeUInt32LE(last - first, end);
				end += from.copy(out, end, first, last);
			}
		},
	};
}

function plainBits({bytes, length}: FixedCells, kept: Int32Array | undefined): PlainValues {
	const count = kept?.length ?? length;
	return {
		size: (count + 7) >> 3,
		write(out, start) {
			for (let index = 0; index < count; index++) {
				const at = start + (index >> 3);
				if (bytes[kept ? (kept[index] ?? 0) : index]) out[at] = (out[at] ?? 0) | (1 << (index & 7));
			}
		},
	};
}

function plainFixed({bytes, width}: FixedCells, kept: Int32Array | undefined): PlainValues {
	return {
		size: kept ? kept.length * width : bytes.length,
		write(out, start) {
			if (!kept) out.set(bytes, start);
			else
				for (let index = 0; index < kept.length; index++) {
					const from = (kept[index] ?? 0) * width;
					for (let byte = 0; byte < width; byte++)
						out[start + index * width + byte] = bytes[from + byte] ?? 0;
				}
		},
	};
}
