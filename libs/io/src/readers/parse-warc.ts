import {decodeHttp} from './decode-http.ts';
import {parseTimestamp} from './parse-timestamp.ts';
import {faultOf, headEnd, headField} from './warc-framing.ts';

/** A record of a web archive as a row, without the path of the archive. */
export interface WarcRecord {
	readonly url: string | null;
	readonly fetched: bigint | null;
	readonly status: number | null;
	readonly contentType: string | null;
	readonly recordId: string | null;
	readonly body: Uint8Array;
}

/** Parses a record of type `response`, `resource` or `conversion`, or says why it cannot be. */
export function parseWarc(record: Buffer, maxBytes: number): WarcRecord | string {
	const fault = faultOf(record);
	if (fault !== undefined) return fault;
	const end = headEnd(record, 0);
	const head = record.toString('utf8', 0, end === -1 ? 0 : end).toWellFormed();
	if (!/^WARC\/[01]\.\d{1,2}\s*\r?\n/.test(head))
		return `expected a WARC record, found bytes that begin with ${JSON.stringify(record.toString('latin1', 0, 20))}; the archive is damaged here`;
	const length = headField(head, 'content-length') ?? '';
	const content = record.subarray(end, end + Number(length));
	if (
		!/^\d{1,15}$/.test(length) ||
		content.length !== Number(length) ||
		!isLineEnds(record.subarray(end + content.length))
	)
		return `expected as many bytes as the record says (content-length ${length === '' ? 'is missing' : length.slice(0, 20)}), found ${record.length - end} up to the next record; the archive is damaged or cut off here`;
	const type = headField(head, 'warc-type');
	if (type === undefined)
		return 'expected a WARC record with a type, found none; the archive is damaged here';
	const date = headField(head, 'warc-date');
	const fetched = date === undefined ? null : (parseTimestamp(date) ?? null);
	const known = {
		url: headField(head, 'warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null,
		fetched,
		recordId: headField(head, 'warc-record-id')?.replace(/^<(.*)>$/, '$1') ?? null,
	};
	const contentType = headField(head, 'content-type') ?? null;
	if (!/^application\/http\b/i.test(contentType ?? ''))
		return {...known, status: null, contentType, body: content};
	const http = decodeHttp(content, maxBytes);
	return typeof http === 'string' ? http : {...known, ...http};
}

/** Whether nothing but line ends is left. */
const isLineEnds = (rest: Uint8Array): boolean =>
	rest.length <= 8 && rest.every((byte) => byte === 13 || byte === 10);
