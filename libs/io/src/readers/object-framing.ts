import type {Framing} from './line-framing.ts';
import {nextPlace, objectScan} from './scan-object.ts';

/**
 * One JSON object a record, whether they stand in lines, one after the other, or in a list over any number of lines.
 * What is no object is a record up to where the next may begin, and cannot be read.
 */
export const objectFraming: Framing = {
	lines: true,
	header: false,
	borders(bytes, from, to, last) {
		const held = asBuffer(bytes).subarray(0, to);
		const next = nextPlace(held);
		const borders = [from];
		let at = from;
		while (at < to) {
			const start = firstOther(held, at);
			if (start > at) borders.push(start);
			at = start;
			if (at === to) break;
			const end = held[at] === BRACE ? objectScan().end(held, at, next) : otherEnd(held, at + 1);
			if (end === -1 && !last) break;
			at = end === -1 ? to : end;
			borders.push(at);
		}
		return Int32Array.from(borders);
	},
	// Borders stand before and after every run of separators.
	blank: (bytes, start) => isSeparator(bytes[start]),
	longEnd,
};

function longEnd(): (part: Uint8Array) => number {
	const scan = objectScan();
	let isObject: boolean | undefined;
	return (given) => {
		const part = asBuffer(given);
		const from = isObject === undefined ? 1 : 0;
		isObject ??= part[0] === BRACE;
		return isObject ? scan.end(part, 0) : otherEnd(part, from);
	};
}

/** Where what is no object ends; -1 where it goes on. */
function otherEnd(bytes: Buffer, from: number): number {
	for (let at = from; at < bytes.length; at++) if (bytes[at] === BRACE || isDelimiter(bytes[at])) return at;
	return -1;
}

const BRACE = 0x7b;

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function firstOther(bytes: Buffer, from: number): number {
	let at = from;
	while (at < bytes.length && isSeparator(bytes[at])) at++;
	return at;
}

const isSeparator = (byte: number | undefined): boolean =>
	isDelimiter(byte) || byte === 0x20 || byte === 9 || byte === 13 || byte === 11 || byte === 12;

/** A line end, a comma or a square bracket. */
const isDelimiter = (byte: number | undefined): boolean =>
	byte === 10 || byte === 0x2c || byte === 0x5b || byte === 0x5d;
