import {sha256, type Reader, type SourceFile, type Store} from '@millrace/core';
import {earlierOccurrences} from './occurrences.ts';
import type {IndexedFile, IndexedPiece} from './file-index.ts';

/** Reads a source once, cuts it, keeps what cannot be read again from its middle, and numbers equal records. */
export async function indexFile(
	reader: Reader<unknown>,
	source: SourceFile,
	store: Store,
	scratch: string,
	read: number,
): Promise<IndexedFile> {
	await reader.check(source);
	const pieces: IndexedPiece[] = [];
	const occurrences = earlierOccurrences(store, scratch);
	try {
		for await (const {hashes, spool, ...piece} of reader.cut(source)) {
			await occurrences.add(hashes);
			const kept = spool ? {spool: `spool/${piece.hash}-${sha256(spool).slice(0, 32)}`} : {};
			// Put again where it is already there: who reads a file anew may do so because a power cut tore the piece.
			if (spool && kept.spool) await store.put(kept.spool, spool, {durable: false});
			pieces.push({...piece, ...kept});
		}
		for await (const [index, earlier] of occurrences.earlier()) {
			const piece = pieces[index];
			const name = `earlier/${sha256(earlier).slice(0, 40)}`;
			await store.put(name, earlier, {durable: false});
			if (piece) pieces[index] = {...piece, earlier: name};
		}
	} finally {
		await occurrences.dispose();
	}
	return {path: source.path, stamp: source.stamp, bytes: source.bytes, read, pieces};
}
