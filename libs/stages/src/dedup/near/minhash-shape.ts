import {hash128Batch, minhash, type JoinedWords, type Minhash} from '@millrace/kernels';
import {simplifyBytes, simplifyText} from '@millrace/text';
import {z} from 'zod';
import {joinWords, spacedWords, spacyWords} from './join-words.ts';
import {keepOption} from './keep-option.ts';

/** Options of MinHash deduplication, with the defaults of datatrove 0.10. */
export const minhashShape = {
	keep: keepOption,
	mode: z
		.enum(['drop', 'annotate'])
		.default('drop')
		.describe('`annotate` keeps all rows and only adds the columns'),
	verify: z
		.number()
		.min(0)
		.max(1)
		.nullable()
		.default(null)
		.describe(
			'the least share of common shingles, exactly, by which a row is a duplicate of one that is kept; null takes the buckets at their word',
		),
	ngrams: z.int().min(1).max(1024).default(5).describe('words of a shingle'),
	buckets: z.int().min(1).max(4096).default(14).describe('rows that are equal in one bucket are alike'),
	hashesPerBucket: z.int().min(1).max(4096).default(8).describe('permutations of a bucket'),
	seed: z.int().min(0).max(0xffffffff).default(1).describe('draws the permutations'),
	hash: z.enum(['xxhash', 'sha1']).default('xxhash').describe('hash of a shingle'),
	precision: z
		.union([z.literal(32), z.literal(64)])
		.default(64)
		.meta({title: '32 or 64', description: 'bits of the hash and of the signature'}),
	words: z
		.union([
			z.enum(['spacy', 'spaces']),
			z.custom<(text: string) => readonly string[]>((value) => typeof value === 'function'),
		])
		.default('spacy')
		.meta({
			title: "`'spacy'`, `'spaces'` or a function",
			description:
				'cuts simplified text into words: as the blank English tokenizer of spaCy does, at spaces, or as told',
		}),
	simplify: z
		.strictObject({
			lowercase: z.boolean().default(true),
			numbers: z.boolean().default(true),
			weekdays: z.boolean().default(false),
			months: z.boolean().default(false),
			punctuation: z.boolean().default(true),
			whitespace: z.boolean().default(true),
			diacritics: z.boolean().default(true),
		})
		.prefault({})
		.meta({
			title: 'object of booleans',
			description: 'what is levelled before words are cut: all but `weekdays` and `months`',
		}),
};

export type MinhashDedupOptions = Omit<z.input<z.ZodObject<typeof minhashShape>>, 'keep'>;

type Parsed = z.output<z.ZodObject<typeof minhashShape>>;

/** Makes words, shingles and signatures of texts as the options say. */
export function documentMinhash(options: Parsed): Minhash & {words(bytes: Uint8Array): JoinedWords} {
	const {words, simplify, ngrams, seed, hash, precision} = options;
	const kernel = minhash({
		ngrams,
		seed,
		hash,
		precision,
		hashes: options.buckets * options.hashesPerBucket,
	});
	const {weekdays, months, ...others} = simplify;
	const isUsual = !weekdays && !months && Object.values(others).every(Boolean);
	return {
		...kernel,
		words(bytes) {
			if (typeof words === 'function') return joinWords(words(simplifyText(decoder.decode(bytes), simplify)));
			const simple = isUsual
				? simplifyBytes(bytes)
				: Buffer.from(simplifyText(decoder.decode(bytes), simplify));
			if (words === 'spacy') return spacyWords(simple);
			if (simplify.whitespace) return spacedWords(simple);
			return joinWords(decoder.decode(simple).split(/\s+/).filter(Boolean));
		},
	};
}

/** The keys of a signature's buckets: equal where a bucket's numbers are, but for one chance in 2^128. */
export function bucketKeys(signature: BigUint64Array, hashesPerBucket: number): readonly Uint8Array[] {
	const bytes = new Uint8Array(signature.buffer, signature.byteOffset, signature.byteLength);
	const count = signature.length / hashesPerBucket;
	const offsets = Int32Array.from({length: count + 1}, (_, bucket) => bucket * hashesPerBucket * 8);
	const hashes = hash128Batch({bytes, offsets});
	return Array.from({length: count}, (_, bucket) => {
		const key = hashes.subarray(bucket * 16, bucket * 16 + 16);
		// Equal numbers in two buckets are no match.
		key[0] = (key[0] ?? 0) ^ (bucket & 255);
		key[1] = (key[1] ?? 0) ^ (bucket >> 8);
		return key;
	});
}

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
