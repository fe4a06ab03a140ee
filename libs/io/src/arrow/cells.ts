import type {Utf8} from '@millrace/core';

/**
 * One column as plain buffers, nested as its type is. In normal form: offsets begin at 0, `bytes` and `child` end
 * where the last offset says, what is null is zeros or empty, and `valid` is there only when something is null.
 */
export type Cells = BytesCells | FixedCells | ListCells | StructCells;

/** Text and binary. */
export interface BytesCells extends Utf8 {
	readonly kind: 'bytes';
	readonly length: number;
}

/** Numbers and booleans: `width` bytes a value, a boolean being one byte; `bytes` is aligned to its width. */
export interface FixedCells {
	readonly kind: 'fixed';
	readonly length: number;
	readonly width: 1 | 4 | 8;
	readonly bytes: Uint8Array;
	readonly valid?: Uint8Array;
}

export interface ListCells {
	readonly kind: 'list';
	readonly length: number;
	readonly offsets: Int32Array;
	readonly child: Cells;
	readonly valid?: Uint8Array;
}

export interface StructCells {
	readonly kind: 'struct';
	readonly length: number;
	readonly children: readonly Cells[];
	readonly valid?: Uint8Array;
}

/** The validity to keep: none where nothing is null. */
export function validity(valid: Uint8Array | undefined): {readonly valid?: Uint8Array} {
	return valid?.includes(0) ? {valid} : {};
}

/** The size of cells in memory, in bytes. */
export function cellBytes(cells: Cells): number {
	const own = (cells.valid?.length ?? 0) + ('offsets' in cells ? cells.offsets.byteLength : 0);
	if (cells.kind === 'list') return own + cellBytes(cells.child);
	if (cells.kind === 'struct') return cells.children.reduce((sum, child) => sum + cellBytes(child), own);
	return own + cells.bytes.length;
}

/** Text in normal form: shared with what was given where that is in normal form already. */
export function normalText({bytes, offsets, valid}: Utf8): BytesCells {
	const length = offsets.length - 1;
	const first = offsets[0] ?? 0;
	if (!hasHiddenBytes(offsets, valid)) {
		const rebased = first === 0 ? offsets : offsets.map((offset) => offset - first);
		return {
			kind: 'bytes',
			length,
			bytes: bytes.subarray(first, offsets[length]),
			offsets: rebased,
			...validity(valid),
		};
	}
	const out = new Uint8Array((offsets[length] ?? 0) - first);
	const ends = new Int32Array(length + 1);
	let end = 0;
	for (let row = 0; row < length; row++) {
		const [from, to] = [offsets[row] ?? 0, offsets[row + 1] ?? 0];
		if (valid?.[row] !== 0) {
			out.set(bytes.subarray(from, to), end);
			end += to - from;
		}
		ends[row + 1] = end;
	}
	return {kind: 'bytes', length, bytes: out.subarray(0, end), offsets: ends, ...validity(valid)};
}

function hasHiddenBytes(offsets: Int32Array, valid: Uint8Array | undefined): boolean {
	return valid?.some((flag, row) => flag === 0 && offsets[row] !== offsets[row + 1]) ?? false;
}
