import {kernel} from './kernel.ts';

/**
 * Finds the lines of `bytes` from `from` to `to`, in WebAssembly: line i, with its `\n`, is the result's [i] to [i + 1].
 * n lines give n + 1 offsets, counted from the start of `bytes`; the last line may lack its `\n`, and no bytes are no lines.
 * Throws a RangeError unless 0 <= from <= to <= bytes.length and to fits in 31 bits.
 */
export function lineOffsets(bytes: Uint8Array, from: number, to: number): Int32Array<ArrayBuffer> {
	checkRange(bytes, from, to);
	const {wasm, input, found} = kernel();
	// A window of nothing but newlines must fit the output.
	const step = Math.min(input.length, found.length);
	let offsets = new Int32Array(Math.min(1024, to - from + 1));
	offsets[0] = from;
	let used = 1;
	for (let at = from; at < to; at += step) {
		const end = Math.min(to, at + step);
		input.set(bytes.subarray(at, end));
		const count = wasm.lines(end - at, at);
		if (used + count > offsets.length) {
			const expected = Math.ceil(((used + count) * (to - from) * 1.05) / (end - from));
			offsets = grow(offsets, used, Math.min(to - from + 1, Math.max(expected, offsets.length * 2)));
		}
		offsets.set(found.subarray(0, count), used);
		used += count;
	}
	if (offsets[used - 1] === to) return offsets.slice(0, used);
	const ended = grow(offsets, used, used + 1);
	ended[used] = to;
	return ended;
}

function checkRange(bytes: Uint8Array, from: number, to: number): void {
	const most = Math.min(bytes.length, 0x7fffffff);
	const whole = Number.isInteger(from) && Number.isInteger(to);
	if (whole && 0 <= from && from <= to && to <= most) return;
	throw new RangeError(
		`line offsets: expected whole numbers with 0 <= from <= to <= ${most}, found from ${from} and to ${to}; pass a range inside the bytes, and cut bytes beyond 2 GiB with subarray.`,
	);
}

function grow(offsets: Int32Array, used: number, length: number): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(length);
	larger.set(offsets.subarray(0, used));
	return larger;
}
