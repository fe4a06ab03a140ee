import type {ColumnType} from '@millrace/core';
import type {BytesCells, FixedCells} from '../arrow/cells.ts';

/** Whether a value that was read equals the cell at an index; numbers bit for bit, but for the payload of a NaN. */
export type SameAt = (found: unknown, slot: number) => boolean;

/** Compares values with the cells of a column. */
export function sameAt(kind: ColumnType['kind'], cells: BytesCells | FixedCells): SameAt {
	if (cells.kind === 'bytes') return sameBytes(cells);
	const {bytes, length} = cells;
	switch (kind) {
		case 'bool':
			return (found, slot) => found === (bytes[slot] === 1);
		case 'int32': {
			const values = new Int32Array(bytes.buffer, bytes.byteOffset, length);
			return (found, slot) => found === values[slot];
		}
		case 'float32': {
			const values = new Float32Array(bytes.buffer, bytes.byteOffset, length);
			return (found, slot) => Object.is(found, values[slot]);
		}
		case 'float64': {
			const values = new Float64Array(bytes.buffer, bytes.byteOffset, length);
			return (found, slot) => Object.is(found, values[slot]);
		}
		default: {
			const values = new BigInt64Array(bytes.buffer, bytes.byteOffset, length);
			return (found, slot) => found === values[slot];
		}
	}
}

/** Below this many bytes a loop beats a call into Node. */
const short = 24;

function sameBytes({bytes, offsets}: BytesCells): SameAt {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return (found, slot) => {
		const [start, end] = [offsets[slot] ?? 0, offsets[slot + 1] ?? 0];
		if (!(found instanceof Uint8Array) || found.length !== end - start) return false;
		if (found.length >= short) return buffer.compare(found, 0, found.length, start, end) === 0;
		for (let index = start; index < end; index++) {
			if (found[index - start] !== buffer[index]) return false;
		}
		return true;
	};
}
