import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {MillraceError, sha256} from '@millrace/core';
import type {SplitKind} from '@millrace/kernels';
import {tiktokenTokenizer} from './tiktoken-tokenizer.ts';
import type {SpecialTokens} from './special-tokens.ts';
import type {SubwordTokenizer} from './subword-tokenizer.ts';
import type {TokenizerFile} from './tokenizer-file.ts';

export interface TiktokenOptions {
	/** The pattern of the encoding: `gpt2` (also r50k and p50k), `cl100k` or `o200k`. */
	readonly split: Extract<SplitKind, 'gpt2' | 'cl100k' | 'o200k'>;
	/** Special tokens with their ids, which the file does not hold: `{'<|endoftext|>': 100257}`. */
	readonly special?: Readonly<Record<string, number>>;
	/** Which of them stand for what: `{eos_token: '<|endoftext|>'}`. */
	readonly roles?: SpecialTokens;
}

/**
 * Finds a `.tiktoken` vocabulary (a token in base64 and its rank a line): the ids of tiktoken, usable wherever a
 * `tokenizer.json` is. Throws a MillraceError `missing` where there is no file and `usage` where it is something else.
 */
export function tiktokenFile(where: string | URL, options: TiktokenOptions): TokenizerFile {
	const path = where instanceof URL ? fileURLToPath(where) : where;
	const bytes = read(path);
	const ranks = ranksIn(path, bytes.toString('latin1'));
	const digest = sha256(bytes);
	const {split, special = {}, roles = {}} = options;
	const unknown = Object.values(roles).filter((token) => !Object.hasOwn(special, token));
	if (unknown.length > 0)
		throw new MillraceError(
			'usage',
			`${path}: expected roles to name special tokens, found ${unknown.join(', ')} without an id; add them to special.`,
		);
	let loaded: Promise<SubwordTokenizer> | undefined;
	return {
		path,
		sha256: digest,
		specials: roles,
		identity: {
			tiktoken: digest,
			split,
			special: Object.fromEntries(Object.entries(special).sort()),
			roles: Object.fromEntries(Object.entries(roles).sort()),
		},
		load: () => (loaded ??= Promise.resolve(tiktokenTokenizer(ranks, {split, special, roles}))),
	};
}

function read(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch (cause) {
		throw new MillraceError(
			'missing',
			`${path}: expected a .tiktoken vocabulary, found no file that can be read.`,
			{
				cause,
			},
		);
	}
}

function ranksIn(path: string, text: string): ReadonlyMap<string, number> {
	const ranks = new Map<string, number>();
	for (const [index, line] of text.split('\n').entries()) {
		if (line.trim() === '') continue;
		const [, token = '', rank = ''] = /^([A-Za-z0-9+/]+=*) (\d+)\r?$/.exec(line) ?? [];
		if (rank === '')
			throw new MillraceError(
				'usage',
				`${path}, line ${index + 1}: expected a token in base64 and its rank, found ${JSON.stringify(line.slice(0, 40))}; give a .tiktoken file.`,
			);
		ranks.set(Buffer.from(token, 'base64').toString('latin1'), Number(rank));
	}
	const lacking = Array.from({length: 256}, (_, byte) => byte).filter(
		(byte) => !ranks.has(String.fromCharCode(byte)),
	);
	if (lacking.length > 0)
		throw new MillraceError(
			'usage',
			`${path}: expected a rank for each of the 256 bytes, found none for ${lacking.length} of them, the first ${lacking[0] ?? 0}; the file was cut short or is of another kind.`,
		);
	return ranks;
}
