import {hash64Batch} from '@millrace/kernels';
import {wordTokens} from '@millrace/text';
import {gramBuffer, type GramBuffer} from './gram-buffer.ts';

/** Which n-grams of a text are features. */
export interface FeatureSettings {
	/** Buckets are 2 to this power. */
	readonly bits: number;
	/** Longest run of words. */
	readonly words: number;
	/** Shortest and longest run of characters within a word; 0 and 0 for none. */
	readonly characters: readonly [shortest: number, longest: number];
	/** Characters of a text that are looked at, from its start. */
	readonly longest: number;
}

/** The features of one text after another: for each, its buckets with repetitions, ascending. */
export function textFeatures(
	texts: readonly string[],
	settings: FeatureSettings,
	each: (row: number, buckets: Uint32Array) => void,
	named?: (bucket: number, name: () => string) => void,
): void {
	const grams = gramBuffer(WINDOW * 2);
	const mask = 2 ** settings.bits - 1;
	for (let first = 0; first < texts.length;) {
		grams.clear();
		const ends: number[] = [];
		while (first + ends.length < texts.length && grams.bytes() < WINDOW) {
			addGrams(texts[first + ends.length] ?? '', settings, grams);
			ends.push(grams.count());
		}
		const batch = grams.batch();
		// The low half of each hash: BigInts are slow to read one by one.
		const halves = new Uint32Array(hash64Batch(batch).buffer);
		const buckets = new Uint32Array(grams.count());
		for (let index = 0; index < buckets.length; index++) {
			const bucket = (halves[index * 2] ?? 0) & mask;
			buckets[index] = bucket;
			if (named) {
				const from = batch.offsets[index] ?? 0;
				if (batch.bytes[from] === WORD) {
					named(bucket, () => decoder.decode(batch.bytes.subarray(from + 1, batch.offsets[index + 1])));
				}
			}
		}
		let from = 0;
		for (const [index, end] of ends.entries()) {
			each(first + index, buckets.subarray(from, end).sort());
			from = end;
		}
		first += ends.length;
	}
}

const WINDOW = 1 << 22;
const WORD = 1;
const CHARACTERS = 2;
const SPACE = 32;
const decoder = new TextDecoder();

function addGrams(text: string, {words, characters, longest}: FeatureSettings, grams: GramBuffer): void {
	const head = text.length > longest ? text.slice(0, longest).toWellFormed() : text;
	const tokens = wordTokens(head.normalize('NFKC').toLowerCase(), {punctuation: true});
	if (tokens.length === 0) return;
	const bytes = Buffer.from(` ${tokens.join(' ')} `);
	const borders: number[] = [];
	for (let at = 0; at < bytes.length; at++) if (bytes[at] === SPACE) borders.push(at);
	for (let word = 0; word + 1 < borders.length; word++) {
		const start = borders[word] ?? 0;
		for (let length = 1; length <= words && word + length < borders.length; length++) {
			grams.add(WORD, bytes, start + 1, borders[word + length] ?? 0);
		}
		const [shortest, most] = characters;
		if (most > 0) addCharacterGrams(bytes, start, (borders[word + 1] ?? 0) + 1, shortest, most, grams);
	}
}

/** Runs of characters within a word and the spaces around it. */
function addCharacterGrams(
	bytes: Uint8Array,
	start: number,
	end: number,
	shortest: number,
	most: number,
	grams: GramBuffer,
): void {
	for (let from = start; from < end; from = nextCharacter(bytes, from)) {
		let to = from;
		for (let length = 1; length <= most && to < end; length++) {
			to = nextCharacter(bytes, to);
			if (length >= shortest) grams.add(CHARACTERS, bytes, from, to);
		}
	}
}

function nextCharacter(bytes: Uint8Array, at: number): number {
	let next = at + 1;
	while (((bytes[next] ?? 0) & 0xc0) === 0x80) next++;
	return next;
}
