import {parseOptions, type Reader} from '@millrace/core';
import {folderOf, type Folder} from './folder.ts';
import {fromHtml, htmlEndings} from './from-html.ts';
import {fromWarc, warcEndings} from './from-warc.ts';
import {listed} from './list-files.ts';
import {readerShape, type ReaderOptions} from './reader-options.ts';
import {webColumns, type WebRow} from './web-row.ts';

/** Reads web archives as `fromWarc` does and all other files as `fromHtml` does, told apart by their names. */
export function fromWeb(options: ReaderOptions): Reader<WebRow> {
	const {files, maxRecordBytes, pieceBytes} = parseOptions('reader web', readerShape, options);
	const [html, warc] = [fromHtml(options), fromWarc(options)];
	const open = folderOf(files, [...htmlEndings, ...warcEndings]);
	let known: Folder | undefined;
	const readerOf = (path: string): Reader<WebRow> => (/\.warc(?:\.gz|\.zst)?$/i.test(path) ? warc : html);
	return {
		name: 'web',
		columns: webColumns,
		options: {maxRecordBytes, pieceBytes},
		origin: {module: import.meta.url, functions: []},
		list: () => listed(() => (known ??= open())),
		check: async (source) => readerOf(source.path).check(source),
		cut: (source) => readerOf(source.path).cut(source),
		read: async (path, piece, spooled) => readerOf(path).read(path, piece, spooled),
	};
}
