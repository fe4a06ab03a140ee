import {MillraceError, type AnyRow, type Json, type Reader} from '@millrace/core';
import {cutRecords} from './cut-records.ts';
import {namedError} from './file-error.ts';
import type {Folder} from './folder.ts';
import {mixHeader} from './mix-header.ts';
import {listed} from './list-files.ts';
import {longHasher} from './long-record.ts';
import {openBytes, type Unzip} from './open-bytes.ts';
import {openRange, readRange} from './read-range.ts';
import {longBatch, parsePiece, type PieceFormat} from './parse-piece.ts';
import {pieceHash} from './piece-hash.ts';
import {firstRecord, sampleRecords, type Sample} from './sample-records.ts';
import {sourcePath} from './source-path.ts';

/** What makes a format of text; the rest is the same for all. */
export interface ByteFormat extends PieceFormat {
	readonly name: string;
	readonly options: Json;
	/** URL of the module that declares the format. */
	readonly module: string;
	readonly folder: () => Folder;
	/** Column names of files that hold none. */
	readonly header?: Uint8Array | undefined;
	readonly pieceBytes: number;
	readonly maxRatio: number;
	/** How gzip is decompressed, where damage to a part need not be damage to the file. */
	readonly unzip?: Unzip;
	/** What is wrong with the columns of a file, by its first records. */
	faults(sample: Sample): readonly string[];
}

/** Makes a reader of a format of text: plain, gzip or Zstandard. */
export function byteReader(format: ByteFormat): Reader<AnyRow> {
	const {name, columns, options, module, framing, maxRecordBytes, maxRatio, unzip} = format;
	let known: Folder | undefined;
	const folder = (): Folder => (known ??= format.folder());
	const place = (path: string): string => sourcePath(folder().root, path);
	const spoolOf = (header: Uint8Array | undefined, bytes: Uint8Array): Uint8Array =>
		Buffer.concat(framing.header && header ? [header, bytes] : [bytes]);
	return {
		name,
		columns,
		options,
		origin: {module, functions: []},
		list: () => listed(folder),
		async check({path}) {
			const full = place(path);
			try {
				const sample = await sampleRecords(
					(await openBytes(full, maxRatio, unzip)).blocks,
					framing,
					maxRecordBytes,
					100,
				);
				const faults = format.faults(format.header ? {...sample, header: format.header} : sample);
				if (faults.length > 0)
					throw new MillraceError(
						'schema',
						`expected the columns that reader ${name} declares, found: ${faults.join('; ')}.`,
					);
			} catch (error) {
				throw namedError(full, error);
			}
		},
		async *cut({path}) {
			const full = place(path);
			try {
				const {compressed, blocks} = await openBytes(full, maxRatio, unzip);
				for await (const {bytes, header = format.header, hashes: plain, ...piece} of cutRecords(
					blocks,
					format,
				)) {
					const hashes = mixHeader(plain, header);
					const cut = {...piece, unit: 'byte', hash: pieceHash(hashes), hashes} as const;
					if (compressed) yield {...cut, spool: bytes ? spoolOf(header, bytes) : hashes};
					else yield cut;
				}
			} catch (error) {
				throw namedError(full, error);
			}
		},
		async read(path, piece, spooled) {
			const full = place(path);
			try {
				const size = piece.end - piece.start;
				// Of a long record, the spool holds the hash alone.
				if (spooled && size > maxRecordBytes && spooled.length === 16)
					return longBatch(format, piece.start, spooled);
				const header =
					format.header ??
					(framing.header
						? spooled
							? spooled.subarray(0, spooled.length - size)
							: await firstRecord((await openBytes(full, maxRatio, unzip)).blocks, framing, maxRecordBytes)
						: undefined);
				if (!spooled && piece.records === 1 && size > maxRecordBytes + 2) {
					const hash = longHasher();
					for await (const block of openRange(full, piece.start, piece.end, maxRatio, unzip)) hash.add(block);
					return longBatch(format, piece.start, mixHeader(hash.end(framing.lines), header));
				}
				const bytes = spooled
					? spooled.subarray(spooled.length - size)
					: await readRange(full, piece.start, piece.end, maxRatio, unzip);
				return parsePiece(format, {path, header, bytes}, (_record, start) => piece.start + start);
			} catch (error) {
				throw namedError(full, error);
			}
		},
	};
}
