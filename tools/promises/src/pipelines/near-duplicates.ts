import {configurable, int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl, toJsonl} from '@millrace/io';
import {lineDedup, minhashDedup} from '@millrace/stages';
import {z} from 'zod';

/** Documents of a folder without lines that many have and without those that are nearly alike, the newest of each cluster kept. */
export default configurable(
	{
		root: z.string(),
		verify: z.number().nullable().default(null),
	},
	({root, verify}) =>
		pipeline(
			'near-duplicates',
			fromJsonl({files: root, columns: {name: utf8, text: utf8, day: int32}, pieceBytes: 4096}),
		)
			.pipe(lineDedup({copies: 2}))
			.pipe(minhashDedup({keep: {largest: {day: int32}}, verify}))
			.write(toJsonl({shardBytes: 1 << 16})),
);
