import type {BytesBatch} from './bytes-batch.ts';
import {walkRows} from './walk-rows.ts';
import {wordBordersTwin} from './word-borders-twin.ts';
import {wordKernel} from './word-kernel.ts';

/** The words of a batch: those of row i are `rows[i]` to `rows[i + 1]`, and word w is the bytes `borders[2w]` to `borders[2w + 1]`. */
export interface WordBorders {
	/** Two offsets a word, counted as the offsets of the batch are. */
	readonly borders: Int32Array;
	/** The number of words before each row; n rows have n + 1 numbers. */
	readonly rows: Int32Array;
}

/**
 * Finds the words of each row in WebAssembly as the blank English tokenizer of spaCy 3.8 does, without its whitespace
 * tokens. Rows are well-formed UTF-8. Throws a RangeError unless the offsets ascend within the bytes.
 */
export function wordBorders(batch: BytesBatch): WordBorders {
	const {wasm, wordBorders: found, rowWords} = wordKernel();
	const rows = new Int32Array(Math.max(1, batch.offsets.length));
	let borders = new Int32Array(1024);
	let used = 0;
	const append = (more: Int32Array): void => {
		if (used + more.length > borders.length) {
			const larger = new Int32Array(Math.max(borders.length * 2, used + more.length));
			larger.set(borders.subarray(0, used));
			borders = larger;
		}
		borders.set(more, used);
		used += more.length;
	};
	walkRows(batch, {
		window(first, count, base) {
			const before = used / 2;
			append(found.subarray(0, wasm.words(count, base) * 2));
			for (let row = 1; row <= count; row++) rows[first + row] = before + (rowWords[row] ?? 0);
		},
		long(row, bytes) {
			for (const more of longBorders(bytes, batch.offsets[row] ?? 0)) append(more);
			rows[row + 1] = used / 2;
		},
	});
	return {borders: borders.slice(0, used), rows};
}

/** A row longer than the window in pieces that end in whitespace; where there is none, its twin reads on to the next. */
function* longBorders(bytes: Uint8Array, base: number): Generator<Int32Array> {
	const {wasm, input, borders, wordBorders: found} = wordKernel();
	for (let from = 0; from < bytes.length;) {
		const to = lastSpace(bytes, from, Math.min(bytes.length, from + input.length));
		if (to > from) {
			input.set(bytes.subarray(from, to));
			borders[0] = base + from;
			borders[1] = base + to;
			yield found.subarray(0, wasm.words(1, base + from) * 2);
			from = to;
		} else {
			const end = nextSpace(bytes, from + input.length);
			const start = from;
			yield wordBordersTwin(bytes.subarray(from, end)).map((at) => at + base + start);
			from = end;
		}
	}
}

/** Behind the last space or control within the range, the end where that is the row's. */
function lastSpace(bytes: Uint8Array, from: number, to: number): number {
	if (to === bytes.length) return to;
	let at = to;
	while (at > from && !isSpace(bytes[at - 1])) at--;
	return at;
}

function nextSpace(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length && !isSpace(bytes[at])) at++;
	return at;
}

const isSpace = (byte = 0): boolean => byte === 32 || (byte >= 9 && byte <= 13);
