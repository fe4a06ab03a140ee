import type {Store} from '@millrace/core';
import {externalSort} from '../sort/external-sort.ts';

const hashBytes = 16;

/**
 * Finds, for each piece of a file, the records that occurred in earlier pieces and how often, so that equal rows
 * get different ids. A table has 20 bytes a record hash: the hash, then the count, ascending by hash.
 */
export function earlierOccurrences(store: Store, scratch: string) {
	const byHash = externalSort(store, `${scratch}/hashes`);
	const byPiece = externalSort(store, `${scratch}/pieces`);
	let first: Uint8Array | undefined;
	let pieces = 0;

	const addPiece = async (hashes: Uint8Array, piece: number): Promise<void> => {
		for (const [hash, count] of countHashes(hashes)) await byHash.add(record(hash, piece, count));
	};
	return {
		/** Adds the record hashes of the next piece. */
		async add(hashes: Uint8Array): Promise<void> {
			if (pieces === 0) first = hashes.slice();
			if (pieces === 1 && first) await addPiece(first, 0);
			if (pieces > 0) await addPiece(hashes, pieces);
			pieces++;
		},
		/** The tables of the pieces that have one, by piece. */
		async *earlier(): AsyncGenerator<readonly [piece: number, table: Uint8Array]> {
			if (pieces < 2) return;
			let [hash, total]: [Uint8Array, number] = [new Uint8Array(0), 0];
			for await (const records of byHash.sorted()) {
				for (const found of records) {
					const view = viewOf(found);
					const own = found.subarray(0, hashBytes);
					if (Buffer.compare(own, hash) !== 0) [hash, total] = [own.slice(), 0];
					if (total > 0) await byPiece.add(pieceRecord(view.getUint32(hashBytes), own, total));
					total += view.getUint32(hashBytes + 4);
				}
			}
			let [piece, rows]: [number, Uint8Array[]] = [-1, []];
			for await (const records of byPiece.sorted()) {
				for (const found of records) {
					const next = viewOf(found).getUint32(0);
					if (next !== piece && rows.length > 0) yield [piece, Buffer.concat(rows)];
					if (next !== piece) [piece, rows] = [next, []];
					rows.push(found.slice(4));
				}
			}
			if (rows.length > 0) yield [piece, Buffer.concat(rows)];
		},
		async dispose(): Promise<void> {
			await byHash.dispose();
			await byPiece.dispose();
		},
	};
}

/** For each record of a piece, how many equal ones stand before it in the file. */
export function occurrenceNumbers(hashes: Uint8Array, earlier: Uint8Array | undefined): Uint32Array {
	const counts = new Map<string, number>();
	if (earlier) {
		const view = viewOf(earlier);
		for (let at = 0; at < earlier.length; at += hashBytes + 4) counts.set(keyOf(earlier, at), view.getUint32(at + hashBytes));
	}
	return Uint32Array.from({length: hashes.length / hashBytes}, (_, index) => {
		const key = keyOf(hashes, index * hashBytes);
		const before = counts.get(key) ?? 0;
		counts.set(key, before + 1);
		return before;
	});
}

function countHashes(hashes: Uint8Array): Iterable<readonly [hash: Uint8Array, count: number]> {
	const counts = new Map<string, {readonly hash: Uint8Array; count: number}>();
	for (let at = 0; at < hashes.length; at += hashBytes) {
		const key = keyOf(hashes, at);
		const known = counts.get(key);
		if (known) known.count++;
		else counts.set(key, {hash: hashes.subarray(at, at + hashBytes), count: 1});
	}
	return [...counts.values()].map(({hash, count}) => [hash, count] as const);
}

function record(hash: Uint8Array, piece: number, count: number): Uint8Array {
	const bytes = new Uint8Array(hashBytes + 8);
	bytes.set(hash);
	const view = viewOf(bytes);
	view.setUint32(hashBytes, piece);
	view.setUint32(hashBytes + 4, count);
	return bytes;
}

function pieceRecord(piece: number, hash: Uint8Array, before: number): Uint8Array {
	const bytes = new Uint8Array(4 + hashBytes + 4);
	bytes.set(hash, 4);
	const view = viewOf(bytes);
	view.setUint32(0, piece);
	view.setUint32(4 + hashBytes, before);
	return bytes;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const keyOf = (bytes: Uint8Array, at: number): string => Buffer.from(bytes.buffer, bytes.byteOffset + at, hashBytes).toString('latin1');
