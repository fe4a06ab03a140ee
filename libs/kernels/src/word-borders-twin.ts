import {cutChunk} from './cut-chunk.ts';
import {classWith, wordFlag} from './word-classes.ts';

/**
 * Finds the words of a text in plain TypeScript, slowly: what the kernel has to give. Word i is the UTF-8 bytes from
 * [2i] to [2i + 1]; the bytes must be well-formed.
 */
export function wordBordersTwin(bytes: Uint8Array): Int32Array<ArrayBuffer> {
	const text = decoder.decode(bytes);
	const borders: number[] = [];
	let at = 0;
	let offset = 0;
	for (const {0: chunk, index} of text.matchAll(chunks())) {
		offset += Buffer.byteLength(text.slice(at, index));
		for (const word of cutChunk(chunk)) {
			borders.push(offset, (offset += Buffer.byteLength(word)));
		}
		at = index + chunk.length;
	}
	return Int32Array.from(borders);
}

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

let made: RegExp | undefined;
const chunks = (): RegExp => (made ??= new RegExp(`[^${classWith(wordFlag.space)}]+`, 'gu'));
