import {configurable, int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {z} from 'zod';
import {corpusColumns} from './columns.ts';

const word = /\p{L}+/gu;

/** Real work in stages: normalizes the text, counts its words and drops the shortest documents. */
export default configurable({files: z.string()}, ({files}) =>
	pipeline('bench-work', fromJsonl({files, columns: corpusColumns}))
		.derive('text', utf8, ({text}) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
		.derive('words', int32, ({text}) => text.match(word)?.length ?? 0)
		.filter('too-short', ({words}) => words >= 5)
		.write(toParquet()),
);
