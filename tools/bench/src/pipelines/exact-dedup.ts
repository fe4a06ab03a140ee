import {configurable, pipeline} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {exactDedup} from '@millrace/stages';
import {z} from 'zod';
import {corpusColumns} from './columns.ts';

/** The empty pipeline with exact deduplication by text. */
export default configurable({files: z.string()}, ({files}) =>
	pipeline('bench-exact-dedup', fromJsonl({files, columns: corpusColumns}))
		.pipe(exactDedup())
		.write(toParquet()),
);
