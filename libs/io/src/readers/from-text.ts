import {parseOptions, utf8, type Reader} from '@millrace/core';
import {byteReader} from './byte-reader.ts';
import {folderOf} from './folder.ts';
import {wholeFraming} from './line-framing.ts';
import {readerShape, type ReaderOptions} from './reader-options.ts';

/** A file as one row. */
export interface TextRow {
	/** Below the folder, with `/`. */
	readonly path: string;
	readonly text: string;
}

/**
 * Reads plain text in UTF-8, one row a file with `path` and `text`; plain, gzip or Zstandard; by default `.txt` and
 * `.text`. An empty file has no row; one that is not UTF-8, or longer than `maxRecordBytes`, is quarantined.
 */
export const fromText = (options: ReaderOptions): Reader<TextRow> =>
	wholeReader('text', ['.txt', '.text'], options);

/** Reads Markdown as `fromText` reads text; by default `.md` and `.markdown`. */
export const fromMarkdown = (options: ReaderOptions): Reader<TextRow> =>
	wholeReader('markdown', ['.md', '.markdown'], options);

function wholeReader(name: string, endings: readonly string[], options: ReaderOptions): Reader<TextRow>;
function wholeReader(name: string, endings: readonly string[], given: ReaderOptions): object {
	const {files, ...limits} = parseOptions(`reader ${name}`, readerShape, given);
	return byteReader({
		name,
		columns: {path: utf8, text: utf8},
		options: {maxRecordBytes: limits.maxRecordBytes, pieceBytes: limits.pieceBytes},
		module: import.meta.url,
		folder: folderOf(files, endings),
		framing: wholeFraming,
		...limits,
		faults: () => [],
		parser:
			({path, bytes}) =>
			(start, end, values) => {
				values[0] = path;
				values[1] = bytes.toString('utf8', start, end);
				return undefined;
			},
	});
}
