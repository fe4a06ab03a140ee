import {open, type FileHandle} from 'node:fs/promises';
import {fileError} from './file-error.ts';

const firstBytes = 1 << 16;

/** The bytes of a file from `start` to `end`, in blocks of `size`; the first is smaller, for the sake of small files. */
export async function* readBlocks(
	path: string,
	start: number,
	end: number,
	size: number,
): AsyncGenerator<Buffer> {
	const file = await openFile(path);
	try {
		for (let at = start; at < end;) {
			const wanted = Math.min(at === start ? Math.min(firstBytes, size) : size, end - at);
			const block = await fill(file, at, wanted);
			if (block.length > 0) yield block;
			if (block.length < wanted) return;
			at += block.length;
		}
	} catch (error) {
		throw fileError(path, 'a file to read', error);
	} finally {
		await file.close();
	}
}

/** Opens a file, hands it over, and closes it. */
export async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
	const file = await openFile(path);
	try {
		return await use(file);
	} catch (error) {
		throw fileError(path, 'a file to read', error);
	} finally {
		await file.close();
	}
}

async function openFile(path: string): Promise<FileHandle> {
	try {
		return await open(path, 'r');
	} catch (error) {
		throw fileError(path, 'a file to read', error);
	}
}

/** Reads until the bytes are full or the file ends; one call of the system may give less. */
export async function fill(file: FileHandle, start: number, length: number): Promise<Buffer> {
	const bytes = Buffer.allocUnsafe(length);
	let used = 0;
	while (used < length) {
		const {bytesRead} = await file.read(bytes, used, length - used, start + used);
		if (bytesRead === 0) break;
		used += bytesRead;
	}
	return bytes.subarray(0, used);
}
