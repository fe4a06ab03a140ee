import {configurable, float64, int32, nullable, pipeline, utf8} from '@millrace/core';
import {fromJsonl, toJsonl} from '@millrace/io';
import {capPerGroup, exactDedup, length, sortBy} from '@millrace/stages';
import {z} from 'zod';

/** One step of every shape: one to one, filters, a fan-out, a choice by chance, a batch that fails, and three barriers. */
export default configurable({root: z.string()}, ({root}) => {
	const columns = {id: utf8, text: utf8, group: utf8, n: int32, score: nullable(float64)};
	return pipeline(
		'every-shape',
		fromJsonl({files: {root, include: '**/*.jsonl{,.gz,.zst}'}, columns, pieceBytes: 65536}),
		{seed: 2, maxQuarantined: 0.5},
	)
		.derive('clean', utf8, ({text}) => text.trim().replaceAll(/\s+/g, ' '))
		.pipe(length({min: 250}))
		.map({
			name: 'halves',
			adds: {half: utf8},
			map: ({clean, n}) =>
				n % 5 === 0
					? [{half: clean.slice(0, 100).toWellFormed()}, {half: clean.slice(100, 200).toWellFormed()}]
					: {half: clean},
		})
		.map({
			name: 'die',
			adds: {die: int32},
			map({n}, {random}) {
				if (n % 97 === 3) throw new Error(`no die for ${n}`);
				const die = random().int(6);
				return die === 5 ? {drop: 'unlucky', score: die} : {die};
			},
		})
		.pipe(exactDedup({by: {half: utf8}}))
		.pipe(sortBy({by: {n: int32, id: utf8}}))
		.pipe(capPerGroup({most: 20}))
		.map({name: 'last', map: ({die}) => (die === 4 ? {drop: 'four'} : {})})
		.write(toJsonl({shardBytes: 1 << 18}));
});
