import {parseOptions, type Reader} from '@millrace/core';
import {byteReader} from './byte-reader.ts';
import {folderOf} from './folder.ts';
import {wholeFraming} from './line-framing.ts';
import {readerShape, type ReaderOptions} from './reader-options.ts';
import {webColumns, type WebRow} from './web-row.ts';

export const htmlEndings = ['.html', '.htm', '.xhtml'] as const;

/**
 * Reads web pages as files, one row a file: `path` and its bytes as `body`, whatever their charset; plain, gzip or
 * Zstandard; by default `.html`, `.htm` and `.xhtml`. The other columns of `fromWarc` are there and null, so that one
 * pipeline reads both. An empty file has no row; one longer than `maxRecordBytes` is quarantined.
 */
export function fromHtml(options: ReaderOptions): Reader<WebRow>;
export function fromHtml(given: ReaderOptions): object {
	const {files, ...limits} = parseOptions('reader html', readerShape, given);
	return byteReader({
		name: 'html',
		columns: webColumns,
		options: {maxRecordBytes: limits.maxRecordBytes, pieceBytes: limits.pieceBytes},
		module: import.meta.url,
		folder: folderOf(files, htmlEndings),
		framing: {...wholeFraming, binary: true},
		...limits,
		faults: () => [],
		parser:
			({path, bytes}) =>
			(start, end, values) => {
				const row = [path, null, null, null, null, null, bytes.subarray(start, end)];
				for (const [column, value] of row.entries()) values[column] = value;
				return undefined;
			},
	});
}
