import type {BarrierBody, RowRef} from '@millrace/core';

type Ties = BarrierBody['ties'];

const tail = 20;

/** One key as bytes whose order is that of the keys: the key, then what breaks ties. The partition is not yet known. */
export function keyRecord(ties: Ties, key: Uint8Array, id: Uint8Array, row: number): Uint8Array {
	const bytes = new Uint8Array(key.length + tail);
	bytes.set(key);
	bytes.set(id, ties === 'id' ? key.length : key.length + 4);
	new DataView(bytes.buffer).setUint32(ties === 'id' ? key.length + 16 : key.length, row);
	return bytes;
}

/** The record once its partition is known: `key id row partition`, or `key partition row id`. */
export function placedRecord(ties: Ties, record: Uint8Array, partition: number): Uint8Array {
	const bytes = new Uint8Array(record.length + 4);
	const at = ties === 'id' ? record.length : record.length - tail;
	bytes.set(record.subarray(0, at));
	new DataView(bytes.buffer).setUint32(at, partition);
	bytes.set(record.subarray(at), at + 4);
	return bytes;
}

/** Reads a placed record. */
export function readPlaced(
	ties: Ties,
	record: Uint8Array,
): {readonly key: Uint8Array; readonly ref: RowRef; readonly id: Uint8Array} {
	const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
	const end = record.length - tail - 4;
	const key = record.subarray(0, end);
	if (ties === 'id')
		return {
			key,
			id: record.subarray(end, end + 16),
			ref: {row: view.getUint32(end + 16), partition: view.getUint32(end + 20)},
		};
	return {
		key,
		ref: {partition: view.getUint32(end), row: view.getUint32(end + 4)},
		id: record.subarray(end + 8),
	};
}
