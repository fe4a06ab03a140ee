import {lineOffsets} from '@millrace/kernels';

/** How a format lays records in bytes. */
export interface Framing {
	/** Whether a record ends with a line end, which is no part of it. */
	readonly lines: boolean;
	/** Whether the first record names the columns. */
	readonly header: boolean;
	/** Whether records are something else than text. */
	readonly binary?: boolean;
	/**
	 * The borders of the records from `from` on: n + 1 offsets for n records, line ends included. A record without
	 * its end counts only when the bytes are the last.
	 */
	borders(bytes: Uint8Array, from: number, to: number, last: boolean): Int32Array;
	/** Whether what lies between two borders, less its line end, is no record. */
	blank(bytes: Uint8Array, start: number, end: number): boolean;
	/**
	 * Makes the function that finds where a record ends that is too long to be held: given its bytes part by part, the
	 * offset after its end, or -1 where it goes on. A line end, or the end of the file, unless given.
	 */
	longEnd?(): (part: Uint8Array) => number;
}

/** One record a line; lines of nothing but white space are none. */
export const lineFraming: Framing = {
	lines: true,
	header: false,
	borders: lineBorders,
	blank: (bytes, start, end) => {
		let at = start;
		while (at < end && isSpace(bytes[at])) at++;
		return at === end;
	},
};

/** One record a file. */
export const wholeFraming: Framing = {
	lines: false,
	header: false,
	borders: (_bytes, from, to, last) => (last && to > from ? Int32Array.of(from, to) : Int32Array.of(from)),
	blank: () => false,
};

const isSpace = (byte: number | undefined): boolean =>
	byte === 32 || byte === 9 || byte === 13 || byte === 11 || byte === 12;

/** The borders of lines; a line without its end counts only when the bytes are the last. */
export function lineBorders(bytes: Uint8Array, from: number, to: number, last: boolean): Int32Array {
	const offsets = lineOffsets(bytes, from, to);
	return last || bytes[to - 1] === 10 || from === to ? offsets : offsets.subarray(0, -1);
}
