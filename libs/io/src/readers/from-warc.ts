import {parseOptions, type Reader} from '@millrace/core';
import {byteReader} from './byte-reader.ts';
import {folderOf} from './folder.ts';
import {gunzipMembers} from './gunzip-members.ts';
import {parseWarc} from './parse-warc.ts';
import {readerShape, type ReaderOptions} from './reader-options.ts';
import {warcFraming} from './warc-framing.ts';
import {webColumns, type WebRow} from './web-row.ts';

export const warcEndings = ['.warc'] as const;

/**
 * Reads web archives (WARC 1.0 and 1.1), one row for each record of the types `response`, `resource` and `conversion`:
 * address, time, status, media type, record id and the body without its transfer and content encodings. Plain, gzip
 * (one member a record) or Zstandard; by default `.warc`, also with `.gz` and `.zst`. A record that is damaged is
 * quarantined with its place, and the rest of the file is read. Source: ISO 28500:2017.
 */
export function fromWarc(options: ReaderOptions): Reader<WebRow>;
export function fromWarc(given: ReaderOptions): object {
	const {files, ...limits} = parseOptions('reader warc', readerShape, given);
	return byteReader({
		name: 'warc',
		columns: webColumns,
		options: {maxRecordBytes: limits.maxRecordBytes, pieceBytes: limits.pieceBytes},
		module: import.meta.url,
		folder: folderOf(files, warcEndings),
		framing: warcFraming,
		unzip: (path, blocks) => gunzipMembers(path, blocks, limits.maxRecordBytes),
		...limits,
		faults: () => [],
		parser:
			({path, bytes}) =>
			(start, end, values) => {
				const found = parseWarc(bytes.subarray(start, end), limits.maxRecordBytes);
				if (typeof found === 'string') return found;
				const {url, fetched, status, contentType, recordId, body} = found;
				const row = [path, url, fetched, status, contentType, recordId, body];
				for (const [column, value] of row.entries()) values[column] = value;
				return undefined;
			},
	});
}
