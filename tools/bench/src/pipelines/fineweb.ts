import {configurable, pipeline, utf8} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {
	c4,
	fineweb,
	finewebScores,
	gopher,
	gopherRepetition,
	gopherRepetitionScores,
	gopherScores,
	minhashDedup,
} from '@millrace/stages';
import {z} from 'zod';

/** The rules of FineWeb in its order, near-duplicates by MinHash, Parquet: what datatrove is measured beside. */
export default configurable({files: z.string()}, ({files}) =>
	pipeline('bench-fineweb', fromJsonl({files, columns: {id: utf8, text: utf8}}))
		.pipe(gopherRepetitionScores())
		.pipe(gopherRepetition())
		.pipe(gopherScores())
		.pipe(gopher())
		.pipe(c4({terminalPunctuation: false}))
		.pipe(finewebScores())
		.pipe(fineweb())
		.pipe(minhashDedup())
		.write(toParquet()),
);
