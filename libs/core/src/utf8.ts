/** Text in Arrow's layout: row i is the bytes from `offsets[i]` to `offsets[i + 1]`. */
export interface Utf8 {
	readonly bytes: Uint8Array;
	readonly offsets: Int32Array;
	/** One byte a row, 0 for null; absent when no row is null. */
	readonly valid?: Uint8Array;
}

let scratch = Buffer.allocUnsafeSlow(1 << 16);

/** Encodes strings, and null for anything else, as one run of UTF-8 bytes with offsets. Throws when they exceed 2 GiB. */
export function encodeUtf8(strings: ArrayLike<unknown>): Utf8 {
	const {length} = strings;
	const offsets = new Int32Array(length + 1);
	let valid: Uint8Array | undefined;
	let end = 0;
	for (let index = 0; index < length; index++) {
		const text = strings[index];
		if (typeof text === 'string') {
			if (scratch.length - end < text.length * 3) scratch = grown(scratch, end, text.length * 3);
			end += scratch.write(text, end);
		} else {
			valid ??= new Uint8Array(length).fill(1);
			valid[index] = 0;
		}
		if (end > 0x7fffffff)
			throw new RangeError(
				`text batch: expected at most 2 GiB of text, found ${end} bytes; use smaller batches.`,
			);
		offsets[index + 1] = end;
	}
	const bytes = new Uint8Array(scratch.subarray(0, end));
	if (scratch.length > 1 << 26) scratch = Buffer.allocUnsafeSlow(1 << 16);
	return valid ? {bytes, offsets, valid} : {bytes, offsets};
}

/** Decodes the strings of a UTF-8 run; null where a row is not valid. */
export function decodeUtf8({bytes, offsets, valid}: Utf8): (string | null)[] {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Array.from({length: offsets.length - 1}, (_, index) =>
		valid?.[index] === 0 ? null : buffer.toString('utf8', offsets[index], offsets[index + 1]),
	);
}

function grown(bytes: Buffer, used: number, needed: number): Buffer<ArrayBuffer> {
	const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, used + needed));
	bytes.copy(larger, 0, 0, used);
	return larger;
}

/** The rows of a UTF-8 run at the given indices, in their order. */
export function gatherUtf8({bytes, offsets, valid}: Utf8, indices: ArrayLike<number>): Utf8 {
	const {length} = indices;
	const ends = new Int32Array(length + 1);
	for (let index = 0, end = 0; index < length; index++) {
		const row = indices[index] ?? 0;
		end += (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
		ends[index + 1] = end;
	}
	const gathered = new Uint8Array(ends[length] ?? 0);
	for (let index = 0; index < length; index++) {
		const row = indices[index] ?? 0;
		gathered.set(bytes.subarray(offsets[row], offsets[row + 1]), ends[index]);
	}
	if (!valid) return {bytes: gathered, offsets: ends};
	return {
		bytes: gathered,
		offsets: ends,
		valid: Uint8Array.from({length}, (_, index) => valid[indices[index] ?? 0] ?? 0),
	};
}
