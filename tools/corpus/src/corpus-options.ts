import {parseOptions} from '@millrace/core';
import {z} from 'zod';

export const formats = ['jsonl', 'jsonl.gz', 'jsonl.zst', 'csv', 'md'] as const;

/** What a file of the corpus holds; sizes count its bytes before compression. */
export type Format = (typeof formats)[number];

const share = z.number().min(0).max(0.5);

const shape = {
	/** Bytes of all files together, before compression. */
	bytes: z.number().int().min(1000),
	seed: z.number().int().default(0),
	/** Files, equal in size. */
	files: z.number().int().min(1).max(10_000).default(8),
	/** Formats that the files take in turn. */
	formats: z.array(z.enum(formats)).min(1).default(['jsonl']),
	/** Share of documents whose text repeats an earlier one. */
	exact: share.default(0.05),
	/** Share of documents whose text is an earlier one with a few words changed. */
	near: share.default(0.03),
	/** Share of documents whose UTF-8 was read as Latin-1. */
	mojibake: share.default(0.01),
	/** Share of documents whose `note` is null. */
	nulls: share.default(0.3),
	/** Share of lines that end in CR LF. */
	crlf: share.default(0.01),
	/** Every so many documents of a file one has a long text; 0 for none. */
	longEvery: z.number().int().min(0).default(20_000),
	/** Bytes of a long text. */
	longBytes: z.number().int().min(10_000).max(100_000_000).default(1_000_000),
	/** Gives every other file a name with quotes, spaces, a newline, `..` or letters beyond ASCII. */
	oddNames: z.boolean().default(true),
};

/** How large the corpus is and what is planted in it; all but `bytes` have defaults. */
export type CorpusOptions = z.input<z.ZodObject<typeof shape>>;

/** Options with their defaults. */
export type CorpusPlan = z.output<z.ZodObject<typeof shape>>;

/** Fills in the defaults. Throws a MillraceError `usage` that names every bad option. */
export const corpusPlan = (given: CorpusOptions): CorpusPlan => parseOptions('corpus', shape, given);
