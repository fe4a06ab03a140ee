import type {ParquetJs} from './parquet-js.ts';
import type {Leaf} from './parquet-leaves.ts';

/** The statistics of a column chunk, by which engines skip row groups. */
export type Statistics = InstanceType<ParquetJs['ColumnMetaData']>['statistics'];

/** Whether a value lies within the statistics of its column chunk; always where they give no bounds. */
export function withinBounds(leaf: Leaf, statistics: Statistics): (value: unknown) => boolean {
	const [least, most] = [statistics?.min_value, statistics?.max_value];
	if (!least || !most) return () => true;
	if (leaf.physical === 'BYTE_ARRAY') return bytesWithin(least, most);
	const [low, high] = [numberOf(leaf, least), numberOf(leaf, most)];
	return (value) => {
		const comparable = typeof value === 'boolean' ? Number(value) : value;
		if (typeof comparable !== 'number' && typeof comparable !== 'bigint') return false;
		return Number.isNaN(comparable) || (comparable >= low && comparable <= high);
	};
}

function bytesWithin(least: Buffer, most: Buffer): (value: unknown) => boolean {
	const [low, high] = [least[0] ?? -1, most[0] ?? -1];
	return (value) => {
		if (!(value instanceof Uint8Array)) return false;
		const first = value[0] ?? -1;
		return (
			(first > low && first < high) || (Buffer.compare(value, least) >= 0 && Buffer.compare(value, most) <= 0)
		);
	};
}

function numberOf({physical}: Leaf, bytes: Buffer): number | bigint {
	switch (physical) {
		case 'BOOLEAN':
			return bytes.readUInt8(0);
		case 'INT32':
			return bytes.readInt32LE(0);
		case 'INT64':
			return bytes.readBigInt64LE(0);
		case 'FLOAT':
			return bytes.readFloatLE(0);
		default:
			return bytes.readDoubleLE(0);
	}
}
