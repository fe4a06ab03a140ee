import type {BytesBatch} from './bytes-batch.ts';

/** Returns the number of rows of a batch; throws a RangeError unless its offsets ascend within its bytes. */
export function checkBytesBatch({bytes, offsets}: BytesBatch): number {
	const first = offsets[0];
	if (first === undefined) {
		throw new RangeError(
			'bytes batch: expected n + 1 offsets for n rows, found none; pass Int32Array.of(0) for no rows.',
		);
	}
	if (first < 0) {
		throw new RangeError(
			`bytes batch: expected offsets[0] to be 0 or more, found ${first}; offsets count from the start of bytes.`,
		);
	}
	let last = first;
	for (let index = 1; index < offsets.length; index++) {
		const offset = offsets[index] ?? 0;
		if (offset < last) {
			throw new RangeError(
				`bytes batch: expected offsets[${index}] to be ${last} or more, as offsets[${index - 1}] is, found ${offset}; pass ascending offsets.`,
			);
		}
		last = offset;
	}
	if (last > bytes.length) {
		throw new RangeError(
			`bytes batch: expected offsets[${offsets.length - 1}] to be at most ${bytes.length}, the bytes there are, found ${last}; pass the bytes that belong to these offsets.`,
		);
	}
	return offsets.length - 1;
}
