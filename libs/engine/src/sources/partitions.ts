import {fingerprint} from '@millrace/core';
import {cutGroups, hashOfDigits} from './cut-groups.ts';
import type {IndexedFile, IndexedPiece} from './file-index.ts';

/** A content-addressed piece of the source: one piece of a large file, or several small files. */
export interface Partition {
	/** Changes with the paths and the content, not with where the content stands. */
	readonly key: string;
	readonly slices: readonly Slice[];
	readonly records: number;
}

export interface Slice {
	readonly path: string;
	readonly piece: IndexedPiece;
}

const smallFile = 256 * 1024;

/**
 * Packs small files and takes the pieces of large ones as they are. The paths decide where a pack ends, so that
 * an edit moves no border and a new file changes only the pack in which it stands.
 */
export function partitionsOf(files: Iterable<IndexedFile>): readonly Partition[] {
	const partitions: Partition[] = [];
	let small: IndexedFile[] = [];
	const pack = (): void => {
		const packs = cutGroups(small, {
			hash: ({path}) => hashOfDigits(fingerprint(path)),
			bytes: ({bytes}) => bytes,
			share: 1 / 128,
			maxBytes: 4 << 20,
		});
		for (const packed of packs) partitions.push(partition(packed.flatMap(slicesOf)));
		small = [];
	};
	for (const file of files) {
		if (file.pieces.length <= 1 && file.bytes <= smallFile) {
			small.push(file);
		} else {
			pack();
			partitions.push(...slicesOf(file).map((slice) => partition([slice])));
		}
	}
	pack();
	return partitions.filter(({records}) => records > 0);
}

const slicesOf = ({path, pieces}: IndexedFile): readonly Slice[] =>
	pieces.filter(({records}) => records > 0).map((piece) => ({path, piece}));

function partition(slices: readonly Slice[]): Partition {
	return {
		key: fingerprint(slices.map(({path, piece}) => [path, piece.hash, piece.earlier ?? null])),
		slices,
		records: slices.reduce((sum, {piece}) => sum + piece.records, 0),
	};
}
