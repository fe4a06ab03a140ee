import {configurable, float64, int32, list, nullable, pipeline, utf8} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {capPerGroup, exactDedup, length, minhashDedup, shuffle, sortBy, split} from '@millrace/stages';
import {z} from 'zod';

/** What stands between reading and writing. */
export const between = [
	'nothing',
	'exact-dedup',
	'minhash-dedup',
	'sort',
	'shuffle',
	'cap',
	'split',
	'two-barriers',
] as const;

/** The generated corpus with a filter, a random choice for each row, and one barrier of each kind. */
export default configurable(
	{root: z.string(), barrier: z.enum(between), pieceBytes: z.int().default(65536)},
	({root, barrier, pieceBytes}) => {
		const columns = {
			id: utf8,
			text: utf8,
			source: utf8,
			group: utf8,
			n: int32,
			score: float64,
			note: nullable(utf8),
			tags: list(utf8),
		};
		const reader = fromJsonl({files: {root, include: '**/*.jsonl{,.gz,.zst}'}, columns, pieceBytes});
		const rows = pipeline('promises', reader, {seed: 7, maxQuarantined: 0.5})
			.pipe(length({min: 250}))
			.derive('die', int32, (_, {random}) => random().int(6));
		const writer = toParquet({shardBytes: 1 << 20});
		switch (barrier) {
			case 'nothing':
				return rows.write(writer);
			case 'exact-dedup':
				return rows.pipe(exactDedup()).write(writer);
			case 'minhash-dedup':
				return rows.pipe(minhashDedup({buckets: 4, hashesPerBucket: 4, keep: 'longest'})).write(writer);
			case 'sort':
				return rows.pipe(sortBy({by: {n: int32, id: utf8}})).write(writer);
			case 'shuffle':
				return rows.pipe(shuffle()).write(writer);
			case 'cap':
				return rows.pipe(capPerGroup({most: 5})).write(writer);
			case 'split':
				return rows
					.pipe(split({weights: {train: 8, validation: 1, test: 1}}))
					.write(toParquet({split: 'split', shardBytes: 1 << 20}));
			case 'two-barriers':
				return rows
					.pipe(exactDedup())
					.pipe(shuffle())
					.pipe(capPerGroup({most: 5}))
					.derive('again', int32, ({n}) => n % 7)
					.write(writer);
		}
	},
);
