import {hash128Batch} from '@millrace/kernels';
import {contentEnd} from './content-end.ts';
import {slidingBytes} from './sliding-bytes.ts';

const blockBytes = 1 << 20;

/** Hashes a record that is too long to be held: the hash of the hashes of its blocks of 1 MiB. */
export interface LongHash {
	add(block: Uint8Array): void;
	/** The 16 bytes of the hash; `lines` leaves out the line end. */
	end(lines: boolean): Uint8Array;
}

export function longHasher(): LongHash {
	const bytes = slidingBytes();
	const hashes: Uint8Array[] = [];
	let at = 0;
	const take = (end: number): void => {
		hashes.push(hashOne(bytes.slice(at, end)));
		at = end;
	};
	return {
		add(block) {
			bytes.add(block, at);
			// A line end of two bytes is held back, in case it is the last.
			while (bytes.end - at >= blockBytes + 2) take(at + blockBytes);
		},
		end(lines) {
			const end = lines ? bytes.base + contentEnd(bytes.held, 0, bytes.held.length) : bytes.end;
			while (at < end) take(Math.min(end, at + blockBytes));
			return hashOne(Buffer.concat(hashes));
		},
	};
}

/** The same hash for a record that is at hand, without its line end. */
export function longHash(content: Uint8Array): Uint8Array {
	const hasher = longHasher();
	hasher.add(content);
	return hasher.end(false);
}

const hashOne = (bytes: Uint8Array): Uint8Array =>
	hash128Batch({bytes, offsets: Int32Array.of(0, bytes.length)});
