import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gunzipSync} from 'node:zlib';
import {fingerprint, MillraceError} from '@millrace/core';

/** Words or phrases that the user brings. A fingerprint follows the words, not the place of the file. */
export interface WordList {
	readonly identity: {readonly words: string};
	/** In the order of the file, each once. */
	readonly words: readonly string[];
}

/**
 * A list of words: given in place, or a UTF-8 file with one on each line, plain or gzip. White space around a word,
 * empty lines and lines that begin with `#` do not count. Throws a MillraceError `missing` where the file cannot be read,
 * `usage` where it holds no word.
 */
export function wordList(from: string | URL | readonly string[]): WordList {
	const inPlace = typeof from !== 'string' && !(from instanceof URL);
	const path = from instanceof URL ? fileURLToPath(from) : String(from);
	const lines = inPlace ? from : linesOf(path);
	const words = [
		...new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))),
	];
	if (words.length === 0)
		throw new MillraceError(
			'usage',
			`${inPlace ? 'word list' : path}: expected a word on each line, found none; leave the list out where none is wanted.`,
		);
	return {identity: {words: fingerprint(words)}, words};
}

function linesOf(path: string): readonly string[] {
	try {
		const bytes = readFileSync(path);
		return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
			.toString('utf8')
			.replace(/^\ufeff/, '')
			.split(/\r?\n/);
	} catch (cause) {
		throw new MillraceError(
			'missing',
			`${path}: expected a file with a word on each line, which cannot be read.`,
			{
				cause,
			},
		);
	}
}
