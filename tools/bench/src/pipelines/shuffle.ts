import {configurable, pipeline} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {shuffle} from '@millrace/stages';
import {z} from 'zod';
import {corpusColumns} from './columns.ts';

/** The empty pipeline with a shuffle. */
export default configurable({files: z.string()}, ({files}) =>
	pipeline('bench-shuffle', fromJsonl({files, columns: corpusColumns}))
		.pipe(shuffle())
		.write(toParquet()),
);
