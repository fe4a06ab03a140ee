import {createHmac} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {MillraceError, sha256} from '@millrace/core';

/** A secret key for pseudonyms. It holds no field with the key: only `digest` works with it. */
export interface PseudonymKey {
	/** Enters the fingerprint of a stage: a digest of what the key makes of a constant, from which the key cannot be told. */
	readonly identity: {readonly pseudonymKey: string};
	/** HMAC-SHA-256 of a text under the key. */
	digest(text: string): Uint8Array;
}

/**
 * Reads a key for pseudonyms from an environment variable or from a file, which should lie outside the data. White space
 * around it does not count. Equal keys give equal pseudonyms, in any pipeline. Make one with `openssl rand -hex 32`.
 * Throws a MillraceError `missing` where there is none, `usage` where it has fewer than 32 characters; neither shows it.
 */
export function pseudonymKey(from: {readonly env: string} | {readonly file: string | URL}): PseudonymKey {
	const [where, found] = 'env' in from ? inEnvironment(from.env) : inFile(from.file);
	const key = found?.trim() ?? '';
	if (key === '')
		throw new MillraceError(
			'missing',
			`${where}: expected a key for pseudonyms, found none; make one with openssl rand -hex 32 and keep it apart from the data.`,
		);
	if (key.length < SHORTEST)
		throw new MillraceError(
			'usage',
			`${where}: expected a key of ${SHORTEST} characters or more, found ${key.length}; make one with openssl rand -hex 32.`,
		);
	const digest = (text: string): Uint8Array => createHmac('sha256', key).update(text).digest();
	return {identity: {pseudonymKey: sha256(digest('identity of the key')).slice(0, 32)}, digest};
}

const SHORTEST = 32;

const inEnvironment = (name: string): readonly [string, string | undefined] => [
	`environment variable ${name}`,
	process.env[name],
];

function inFile(file: string | URL): readonly [string, string | undefined] {
	const path = file instanceof URL ? fileURLToPath(file) : file;
	try {
		return [path, readFileSync(path, 'utf8')];
	} catch (cause) {
		throw new MillraceError(
			'missing',
			`${path}: expected a file with a key for pseudonyms, which cannot be read.`,
			{
				cause,
			},
		);
	}
}
