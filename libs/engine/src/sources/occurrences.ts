import type {Store} from '@millrace/core';
import {externalSort} from '../sort/external-sort.ts';
import {hashBytes, hashTable} from './hash-table.ts';

/** A row of a table: a hash and how often it occurred. */
const tableRow = hashBytes + 4;

/** Records of a file whose hashes are counted in memory, 16 bytes each; those of a larger file are sorted on disk. */
const inMemory = 2_000_000;

/**
 * Finds, for each piece of a file, the records that occurred in earlier pieces and how often, so that equal rows
 * get different ids. A table has 20 bytes a record hash: the hash, then the count.
 */
export function earlierOccurrences(
	store: Store,
	scratch: string,
	memoryRecords = inMemory,
): EarlierOccurrences {
	let pieces: Uint8Array[] | undefined = [];
	let records = 0;
	let sorted: ReturnType<typeof sortedOccurrences> | undefined;
	return {
		async add(hashes) {
			records += hashes.length / hashBytes;
			pieces?.push(Uint8Array.from(hashes));
			if (records > memoryRecords && !sorted) {
				sorted = sortedOccurrences(store, scratch);
				for (const piece of pieces ?? []) await sorted.add(piece);
				pieces = undefined;
			} else {
				await sorted?.add(hashes);
			}
		},
		async *earlier() {
			if (sorted) yield* sorted.earlier();
			else yield* countedOccurrences(pieces ?? []);
		},
		async dispose() {
			await sorted?.dispose();
		},
	};
}

export interface EarlierOccurrences {
	/** Adds the record hashes of the next piece. */
	add(hashes: Uint8Array): Promise<void>;
	/** The tables of the pieces that have one, by piece. */
	earlier(): AsyncIterable<readonly [piece: number, table: Uint8Array]>;
	dispose(): Promise<void>;
}

/** Tables of a file whose hashes are in memory. */
function* countedOccurrences(
	pieces: readonly Uint8Array[],
): Generator<readonly [piece: number, table: Uint8Array]> {
	const table = hashTable(Buffer.concat(pieces));
	const counts = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.length / hashBytes, 0));
	const told = new Int32Array(counts.length).fill(-1);
	let first = 0;
	for (const [piece, hashes] of pieces.entries()) {
		const rows: Uint8Array[] = [];
		const length = hashes.length / hashBytes;
		const numbers = Int32Array.from({length}, (_, row) => table.number(first + row));
		for (let row = 0; row < length; row++) {
			const number = numbers[row] ?? 0;
			const count = counts[number] ?? 0;
			if (count > 0 && told[number] !== piece) rows.push(tableRecord(hashAt(hashes, row * hashBytes), count));
			told[number] = piece;
		}
		for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
		first += length;
		if (rows.length > 0) yield [piece, Buffer.concat(rows)];
	}
}

/** The same for files with more records than memory should hold: hashes are sorted on disk. */
function sortedOccurrences(store: Store, scratch: string) {
	const byHash = externalSort(store, `${scratch}/hashes`);
	const byPiece = externalSort(store, `${scratch}/pieces`);
	let pieces = 0;
	return {
		async add(hashes: Uint8Array): Promise<void> {
			for (const [hash, count] of countHashes(hashes)) await byHash.add(record(hash, pieces, count));
			pieces++;
		},
		async *earlier(): AsyncGenerator<readonly [piece: number, table: Uint8Array]> {
			let [hash, total]: [Uint8Array, number] = [new Uint8Array(0), 0];
			for await (const chunk of byHash.sorted()) {
				for (const found of chunk) {
					const view = viewOf(found);
					const own = hashAt(found, 0);
					if (Buffer.compare(own, hash) !== 0) [hash, total] = [own.slice(), 0];
					if (total > 0) await byPiece.add(pieceRecord(view.getUint32(hashBytes), own, total));
					total += view.getUint32(hashBytes + 4);
				}
			}
			let [piece, rows]: [number, Uint8Array[]] = [-1, []];
			for await (const chunk of byPiece.sorted()) {
				for (const found of chunk) {
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
	const rows = hashes.length / hashBytes;
	const known = (earlier?.length ?? 0) / tableRow;
	const all = new Uint8Array((known + rows) * hashBytes);
	for (let row = 0; row < known; row++) all.set(hashAt(earlier ?? all, row * tableRow), row * hashBytes);
	all.set(hashes, known * hashBytes);
	const table = hashTable(all);
	const counts = new Uint32Array(known + rows);
	for (let row = 0; row < known; row++)
		counts[table.number(row)] = viewOf(earlier ?? all).getUint32(row * tableRow + hashBytes);
	return Uint32Array.from({length: rows}, (_, row) => {
		const number = table.number(known + row);
		const before = counts[number] ?? 0;
		counts[number] = before + 1;
		return before;
	});
}

/** Each distinct hash of a piece with the number of its records. */
function countHashes(hashes: Uint8Array): Iterable<readonly [hash: Uint8Array, count: number]> {
	const table = hashTable(hashes);
	const rows = hashes.length / hashBytes;
	const counts = new Uint32Array(rows);
	const first: number[] = [];
	for (let row = 0; row < rows; row++) {
		const number = table.number(row);
		if (counts[number] === 0) first.push(row);
		counts[number] = (counts[number] ?? 0) + 1;
	}
	return first.map((row, number) => [hashAt(hashes, row * hashBytes), counts[number] ?? 0] as const);
}

function record(hash: Uint8Array, piece: number, count: number): Uint8Array {
	const bytes = new Uint8Array(hashBytes + 8);
	bytes.set(hash);
	const view = viewOf(bytes);
	view.setUint32(hashBytes, piece);
	view.setUint32(hashBytes + 4, count);
	return bytes;
}

function tableRecord(hash: Uint8Array, count: number): Uint8Array {
	const bytes = new Uint8Array(tableRow);
	bytes.set(hash);
	viewOf(bytes).setUint32(hashBytes, count);
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

const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const hashAt = (bytes: Uint8Array, at: number): Uint8Array => bytes.subarray(at, at + hashBytes);
