import type {BytesCells, FixedCells} from '../arrow/cells.ts';
import type {Leaf} from './parquet-leaves.ts';
import {leastPrefix, mostPrefix, type Bound} from './bytes-bound.ts';
import type {Thrift} from './write-thrift.ts';

/** Gathers the statistics of one column chunk: its count of nulls, and the bounds by which engines skip row groups. */
export interface ChunkStatistics {
	/** Takes in the cells at `slots`, -1 being a null or an empty list; all cells where none are given. */
	add(cells: BytesCells | FixedCells, slots?: Int32Array): void;
	/** The `Statistics` of the Parquet format. */
	thrift(): Thrift;
}

export function chunkStatistics({kind}: Leaf): ChunkStatistics {
	const bytes = bytesBounds(kind);
	const numbers = numberBounds(kind);
	let nulls = 0;
	return {
		add(cells, slots) {
			const present = slots?.filter((slot) => slot >= 0);
			nulls += (slots?.length ?? 0) - (present?.length ?? 0);
			if (cells.kind === 'bytes') bytes.add(cells, present);
			else numbers.add(cells, present);
		},
		thrift() {
			const {least, most} = kind === 'utf8' || kind === 'binary' ? bytes.found() : numbers.found();
			return {
				struct: {
					3: {i64: nulls},
					5: most && {bytes: most.bytes},
					6: least && {bytes: least.bytes},
					7: most && {bool: most.exact},
					8: least && {bool: least.exact},
				},
			};
		},
	};
}

interface Bounds<C> {
	/** Takes in the cells at the given indices, or all. */
	add(cells: C, at: Int32Array | undefined): void;
	found(): {readonly least?: Bound | undefined; readonly most?: Bound | undefined};
}

/** Text and binary compare by unsigned bytes. */
function bytesBounds(kind: Leaf['kind']): Bounds<BytesCells> {
	let least: Buffer | undefined;
	let most: Buffer | undefined;
	return {
		add({bytes, offsets, length}, at) {
			const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			let [low, high] = [least, most];
			for (let index = 0; index < (at?.length ?? length); index++) {
				const cell = at ? (at[index] ?? 0) : index;
				const value = from.subarray(offsets[cell], offsets[cell + 1]);
				if (!low || Buffer.compare(value, low) < 0) low = value;
				if (!high || Buffer.compare(value, high) > 0) high = value;
			}
			// Copies, so that the batch can be let go.
			if (low !== least) least = low && Buffer.from(low);
			if (high !== most) most = high && Buffer.from(high);
		},
		found: () => ({least: least && leastPrefix(kind, least), most: most && mostPrefix(kind, most)}),
	};
}

/** NaN has no place in the order, and a bound of zero holds both zeros. */
function numberBounds(kind: Leaf['kind']): Bounds<FixedCells> {
	let least: bigint | number | undefined;
	let most: bigint | number | undefined;
	return {
		add(cells, at) {
			const values = valuesOf(kind, cells);
			for (let index = 0; index < (at?.length ?? cells.length); index++) {
				const value = values[at ? (at[index] ?? 0) : index];
				if (value === undefined || Number.isNaN(value)) continue;
				if (least === undefined || value < least) least = value;
				if (most === undefined || value > most) most = value;
			}
		},
		found() {
			if (least === undefined || most === undefined) return {};
			return {
				least: {bytes: plain(kind, least === 0 ? -0 : least), exact: true},
				most: {bytes: plain(kind, most === 0 ? 0 : most), exact: true},
			};
		},
	};
}

function valuesOf(kind: Leaf['kind'], {bytes, length}: FixedCells): ArrayLike<bigint | number> {
	const {buffer, byteOffset} = bytes;
	switch (kind) {
		case 'bool':
			return bytes;
		case 'int32':
			return new Int32Array(buffer, byteOffset, length);
		case 'float32':
			return new Float32Array(buffer, byteOffset, length);
		case 'float64':
			return new Float64Array(buffer, byteOffset, length);
		default:
			return new BigInt64Array(buffer, byteOffset, length);
	}
}

function plain(kind: Leaf['kind'], value: bigint | number): Uint8Array {
	if (typeof value === 'bigint') return new Uint8Array(BigInt64Array.of(value).buffer);
	if (kind === 'bool') return Uint8Array.of(value);
	if (kind === 'int32') return new Uint8Array(Int32Array.of(value).buffer);
	return new Uint8Array((kind === 'float32' ? Float32Array : Float64Array).of(value).buffer);
}
