import {lineBorders, type Framing} from './line-framing.ts';

/** What separates fields and records, as bytes; without a quote, every line is a record. */
export interface CsvSyntax {
	readonly delimiter: number;
	readonly quote: number | undefined;
}

/**
 * One record a line, but for line ends within quotes. A quote begins a quoted field only where a field begins; one
 * that is not closed within `maxRecordBytes` spoils its own line alone, and the next line is a record again.
 */
export function csvFraming({delimiter, quote}: CsvSyntax, maxRecordBytes: number, header: boolean): Framing {
	return {
		lines: true,
		header,
		borders(bytes, from, to, last) {
			const held = Buffer.from(bytes.buffer, bytes.byteOffset, to);
			if (quote === undefined || held.indexOf(quote, from) === -1) return lineBorders(bytes, from, to, last);
			return quotedBorders(held, from, last, {delimiter, quote, maxRecordBytes});
		},
		blank: (_bytes, start, end) => start === end,
	};
}

function quotedBorders(
	bytes: Buffer,
	from: number,
	last: boolean,
	{
		delimiter,
		quote,
		maxRecordBytes,
	}: {readonly delimiter: number; readonly quote: number; readonly maxRecordBytes: number},
): Int32Array {
	const borders = [from];
	let start = from;
	let newline = bytes.indexOf(10, start);
	let mark = bytes.indexOf(quote, start);
	const end = (next: number): void => {
		borders.push(next);
		start = next;
		newline = bytes.indexOf(10, start);
		if (mark !== -1 && mark < start) mark = bytes.indexOf(quote, start);
	};
	while (start < bytes.length) {
		if (mark === -1 || (newline !== -1 && newline < mark)) {
			if (newline === -1) break;
			end(newline + 1);
		} else if (mark !== start && bytes[mark - 1] !== delimiter) {
			mark = bytes.indexOf(quote, mark + 1);
		} else {
			const closed = closingQuote(bytes, mark + 1, quote);
			if (closed !== -1 && closed - start <= maxRecordBytes && (closed + 1 < bytes.length || last)) {
				mark = bytes.indexOf(quote, closed + 1);
				newline = bytes.indexOf(10, closed + 1);
			} else if (last || bytes.length - start > maxRecordBytes + 1) {
				newline = bytes.indexOf(10, mark);
				if (newline === -1) break;
				end(newline + 1);
			} else {
				break;
			}
		}
	}
	if (last && start < bytes.length) borders.push(bytes.length);
	return Int32Array.from(borders);
}

/** The quote that closes a field; two in a row stand for one. */
function closingQuote(bytes: Buffer, from: number, quote: number): number {
	let at = bytes.indexOf(quote, from);
	while (at !== -1 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
	return at;
}
