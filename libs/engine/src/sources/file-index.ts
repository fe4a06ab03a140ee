import {MillraceError, type Piece, type SourceFile, type Store} from '@millrace/core';
import {parsedJson} from '../parsed-json.ts';

/** What is known of a source file: its pieces, and for each what rows of it occurred before it in the file. */
export interface IndexedFile {
	readonly path: string;
	readonly stamp: string;
	readonly bytes: number;
	/** Milliseconds since 1970 when the file began to be read. */
	readonly read: number;
	readonly pieces: readonly IndexedPiece[];
}

export interface IndexedPiece extends Piece {
	/** Object that holds the decompressed bytes, where the source cannot be read from its middle. */
	readonly spool?: string;
	/** Object that holds how often records of this piece occurred in earlier pieces; absent where none did. */
	readonly earlier?: string;
}

/** A stamp is trusted only when it was taken this long after the last change, since clocks of file systems are coarse. */
const settledAfter = 2000;

/** The stat index of a reader: files by path, as far as they are unchanged. */
export async function readFileIndex(store: Store, name: string): Promise<ReadonlyMap<string, IndexedFile>> {
	if ((await store.size(name)) === undefined) return new Map();
	const lines = new TextDecoder()
		.decode(await store.get(name))
		.split('\n')
		.filter((line) => line !== '');
	return new Map(lines.map((line) => indexedFile(name, line)).map((file) => [file.path, file]));
}

/** Replaces the stat index. */
export async function writeFileIndex(
	store: Store,
	name: string,
	files: Iterable<IndexedFile>,
): Promise<void> {
	const lines = [...files].map((file) => `${JSON.stringify(file)}\n`);
	await store.put(name, new TextEncoder().encode(lines.join('')), {durable: true});
}

/** Whether the index still tells the truth of a file. */
export function isCurrent(indexed: IndexedFile | undefined, source: SourceFile): indexed is IndexedFile {
	return indexed?.stamp === source.stamp && isSettled(source.changed, indexed.read);
}

/** Whether a file read at `read` cannot have changed since without changing its stamp. */
export const isSettled = (changed: number, read: number): boolean => read - changed > settledAfter;

function indexedFile(name: string, line: string): IndexedFile {
	const value = parsedJson(line);
	if (isIndexedFile(value)) return value;
	throw new MillraceError(
		'corrupt',
		`${name}: expected a line of the file index, found ${line.slice(0, 80)}; delete the object, it will be made anew.`,
	);
}

const isIndexedFile = (value: unknown): value is IndexedFile =>
	typeof value === 'object' && value !== null && 'path' in value && 'pieces' in value;
