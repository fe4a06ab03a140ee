import type {Framing} from './line-framing.ts';

/**
 * Records of a web archive: a header, an empty line, as many bytes as the header says, two line ends. Where that is not
 * what is found, a record goes on to where the next one begins, and cannot be read.
 */
export const warcFraming: Framing = {
	lines: false,
	header: false,
	binary: true,
	borders(bytes, from, to, last) {
		const held = asBuffer(bytes).subarray(0, to);
		const borders = [from];
		for (let at = from; at < to;) {
			const end = recordEnd(held, at, last);
			if (end === -1) break;
			borders.push(end);
			at = end;
		}
		return Int32Array.from(borders);
	},
	blank(bytes, start, end) {
		const held = asBuffer(bytes).subarray(start, end);
		if (!isStart(held, 0)) return held.every((byte) => byte === 13 || byte === 10);
		if (isFault(held)) return false;
		const type = headField(held.subarray(0, headEnd(held, 0)).toString('latin1'), 'warc-type');
		return type !== undefined && !read.has(type.toLowerCase());
	},
	longEnd() {
		let tail = Buffer.alloc(0);
		return (part) => {
			const held = Buffer.concat([tail, part]);
			const found = nextStart(held, 0);
			// One that begins in the part before was begun too late to be an end.
			if (found >= tail.length) return found - tail.length;
			tail = Buffer.from(held.subarray(Math.max(0, held.length - START.length + 1)));
			return -1;
		};
	},
};

/** Types of records that are rows; requests, metadata, visits again and the rest are none. */
const read: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);

/** The record in which a part of a file that cannot be decompressed stands in the stream. */
export const faultRecord = (error: string): Buffer =>
	Buffer.from(`${FAULT}${error.replace(/[\r\n]+/g, ' ')}\r\n\r\n`);

/** The error that a record of that kind tells, or undefined. */
export const faultOf = (record: Buffer): string | undefined =>
	isFault(record) ? record.toString('utf8', FAULT.length).trimEnd() : undefined;

const FAULT = 'WARC/damaged ';
const MOST_HEAD = 1 << 16;
const START = Buffer.from('\r\n\r\nWARC/');

const isFault = (record: Buffer): boolean => record.toString('latin1', 0, FAULT.length) === FAULT;
const isStart = (bytes: Buffer, at: number): boolean => bytes.toString('latin1', at, at + 5) === 'WARC/';

/** The value of a field of a header, or undefined. */
export function headField(head: string, name: string): string | undefined {
	for (const line of head.split('\n')) {
		const colon = line.indexOf(':');
		if (colon > 0 && line.slice(0, colon).trim().toLowerCase() === name) return line.slice(colon + 1).trim();
	}
	return undefined;
}

/** Where the header of a record ends, its empty line included; -1 where it has none. */
export function headEnd(bytes: Buffer, at: number): number {
	const found = bytes.subarray(at, at + MOST_HEAD).indexOf('\r\n\r\n');
	return found === -1 ? -1 : at + found + 4;
}

/** Where the record ends that begins at `at`; -1 where more bytes are needed to say. */
function recordEnd(bytes: Buffer, at: number, last: boolean): number {
	const lineEnds = skipLineEnds(bytes, at);
	if (lineEnds > at) return lineEnds === bytes.length && !last ? -1 : lineEnds;
	if (bytes.length - at < 5 && !last) return -1;
	const head = isStart(bytes, at) ? headEnd(bytes, at) : -1;
	if (head === -1) {
		if (isStart(bytes, at) && !last && bytes.length - at < MOST_HEAD) return -1;
		return untilNext(bytes, at + 1, last);
	}
	if (isFault(bytes.subarray(at, head))) return head;
	const length = headField(bytes.toString('latin1', at, head), 'content-length');
	if (length === undefined || !/^\d{1,15}$/.test(length)) return untilNext(bytes, head - 4, last);
	const end = head + Number(length);
	if (end + 4 <= bytes.length && bytes.toString('latin1', end, end + 4) === '\r\n\r\n') return end + 4;
	if (end + 4 > bytes.length && !last) return -1;
	return untilNext(bytes, head - 4, last);
}

/** Where the next record begins, from `from` on. */
function untilNext(bytes: Buffer, from: number, last: boolean): number {
	const found = nextStart(bytes, from);
	return found === -1 ? (last ? bytes.length : -1) : found;
}

function nextStart(bytes: Buffer, from: number): number {
	const found = bytes.indexOf(START, from);
	return found === -1 ? -1 : found + 4;
}

function skipLineEnds(bytes: Buffer, from: number): number {
	let at = from;
	while (at < bytes.length && (bytes[at] === 13 || bytes[at] === 10)) at++;
	return at;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
