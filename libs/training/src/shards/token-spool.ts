import {mkdtempSync, openSync, closeSync, readSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Token lists on disk, in the order in which they were added: a split need not fit in memory. */
export interface TokenSpool extends Disposable {
	add(tokens: Int32Array): void;
	/** Reads `count` tokens from token number `start` on. */
	read(start: number, count: number): Int32Array;
}

/** Makes an empty spool in a temporary file, which is gone when it is disposed of, or the process ends. */
export function tokenSpool(): TokenSpool {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-tokens-'));
	const path = join(folder, 'tokens');
	const file = openSync(path, 'wx+');
	// An open file without a name goes with its process, however that ends.
	if (process.platform !== 'win32') rmSync(folder, {recursive: true});
	let waiting = new Int32Array(1 << 20);
	let filled = 0;
	let written = 0;
	const flush = (): void => {
		writeAll(file, waiting.subarray(0, filled), written * width);
		written += filled;
		filled = 0;
	};
	return {
		add(tokens) {
			if (filled + tokens.length > waiting.length) flush();
			if (tokens.length > waiting.length) waiting = new Int32Array(tokens.length);
			waiting.set(tokens, filled);
			filled += tokens.length;
		},
		read(start, count) {
			if (filled > 0) flush();
			const found = new Int32Array(count);
			const bytes = new Uint8Array(found.buffer);
			for (let at = 0; at < bytes.length;) {
				const got = readSync(file, bytes, at, bytes.length - at, start * width + at);
				if (got === 0)
					throw new RangeError(`token spool: expected ${count} tokens from ${start}, found fewer.`);
				at += got;
			}
			return found;
		},
		[Symbol.dispose]() {
			closeSync(file);
			rmSync(folder, {recursive: true, force: true});
		},
	};
}

const width = 4;

function writeAll(file: number, tokens: Int32Array, position: number): void {
	const bytes = new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength);
	for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, position + at);
}
