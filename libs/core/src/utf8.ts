/** Text in Arrow's layout: row i is the bytes from `offsets[i]` to `offsets[i + 1]`. */
export interface Utf8 {
	readonly bytes: Uint8Array;
	readonly offsets: Int32Array;
	/** One byte a row, 0 for null; absent when no row is null. */
	readonly valid?: Uint8Array;
}

const encoder = new TextEncoder();

/** Encodes strings, and null for anything else, as one run of UTF-8 bytes with offsets. Throws when they exceed 2 GiB. */
export function encodeUtf8(strings: ArrayLike<unknown>): Utf8 {
	const {length} = strings;
	let units = 0;
	for (let index = 0; index < length; index++) {
		const text = strings[index];
		if (typeof text === 'string') units += text.length;
	}
	let bytes = new Uint8Array(units + (units >> 3) + 64);
	const offsets = new Int32Array(length + 1);
	let valid: Uint8Array | undefined;
	let end = 0;
	for (let index = 0; index < length; index++) {
		const text = strings[index];
		if (typeof text !== 'string') {
			valid ??= new Uint8Array(length).fill(1);
			valid[index] = 0;
		} else {
			if (bytes.length - end < text.length * 3) bytes = grow(bytes, end, text.length * 3);
			end += encoder.encodeInto(text, bytes.subarray(end)).written;
		}
		if (end > 0x7fffffff) throw new RangeError(`text batch: expected at most 2 GiB of text, found ${end} bytes; use smaller batches.`);
		offsets[index + 1] = end;
	}
	const used = bytes.subarray(0, end);
	return valid ? {bytes: used, offsets, valid} : {bytes: used, offsets};
}

/** Decodes the strings of a UTF-8 run; null where a row is not valid. */
export function decodeUtf8({bytes, offsets, valid}: Utf8): (string | null)[] {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Array.from({length: offsets.length - 1}, (_, index) =>
		valid?.[index] === 0 ? null : buffer.toString('utf8', offsets[index], offsets[index + 1]),
	);
}

function grow(bytes: Uint8Array, used: number, needed: number): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(Math.max(bytes.length * 2, used + needed));
	larger.set(bytes.subarray(0, used));
	return larger;
}
