import {readFileSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {MillraceError, sha256, type Json} from '@millrace/core';
import {specialTokens, type SpecialTokens} from './special-tokens.ts';
import {subwordTokenizer, type SubwordTokenizer} from './subword-tokenizer.ts';
import {tokenizerFault} from './tokenizer-fault.ts';

/** A `tokenizer.json` on disk: what stages take as an option. Their fingerprint follows its bytes, not its place. */
export interface TokenizerFile {
	/** Where the `tokenizer.json` is. */
	readonly path: string;
	/** SHA-256 of its bytes, hexadecimal; shards made with another one do not fit the base. */
	readonly sha256: string;
	/** The special tokens that the files beside it name. */
	readonly specials: SpecialTokens;
	/** Enters the fingerprint of a stage. */
	readonly identity: Json;
	/** The tokenizer, made once a process or worker. */
	load(): Promise<SubwordTokenizer>;
}

/**
 * Finds a Hugging Face `tokenizer.json`, given its path or the folder of a base model, and reads its digest and its
 * special tokens (`tokenizer_config.json` or `special_tokens_map.json` beside it).
 * Throws a MillraceError `missing` where there is none and `usage` where it is something else, saying what.
 */
export function tokenizerFile(where: string | URL): TokenizerFile {
	const given = where instanceof URL ? fileURLToPath(where) : where;
	const path = statSync(given, {throwIfNoEntry: false})?.isDirectory()
		? join(given, 'tokenizer.json')
		: given;
	const bytes = readTokenizer(path, given);
	const fault = tokenizerFault(bytes);
	if (fault !== undefined)
		throw new MillraceError('usage', `${path}: expected a Hugging Face tokenizer.json, found ${fault}.`);
	const beside = ['tokenizer_config.json', 'special_tokens_map.json'].map((name) =>
		jsonIn(join(dirname(path), name)),
	);
	const specials = specialTokens(beside);
	const digest = sha256(bytes);
	return {
		path,
		sha256: digest,
		specials,
		identity: {tokenizer: digest, specials: Object.fromEntries(Object.entries(specials).sort())},
		load: () => loaded(path, digest, bytes, specials),
	};
}

/** Tokenizers by digest: a stage used twice, or twenty partitions, share one. */
const cache = new Map<string, Promise<SubwordTokenizer>>();

function loaded(
	path: string,
	digest: string,
	bytes: Uint8Array,
	specials: SpecialTokens,
): Promise<SubwordTokenizer> {
	const key = JSON.stringify([digest, specials]);
	let tokenizer = cache.get(key);
	if (!tokenizer) cache.set(key, (tokenizer = subwordTokenizer(path, bytes, specials)));
	return tokenizer;
}

function readTokenizer(path: string, given: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (cause) {
		const asked = path === given ? '' : `, which the folder ${given} of a base model should hold`;
		throw new MillraceError(
			'missing',
			`${path}: expected a Hugging Face tokenizer.json${asked}, found no file that can be read; save one there with tokenizer.save_pretrained(folder) of Python transformers, or train one with trainTokenizer.`,
			{cause},
		);
	}
}

/** A JSON file that may be absent. */
function jsonIn(path: string): unknown {
	if (!statSync(path, {throwIfNoEntry: false})?.isFile()) return undefined;
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (cause) {
		throw new MillraceError('usage', `${path}: expected JSON, found ${String(cause)}; save it again.`, {
			cause,
		});
	}
}
