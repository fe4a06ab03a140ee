import {configurable, pipeline} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {capPerGroup} from '@millrace/stages';
import {z} from 'zod';
import {corpusColumns} from './columns.ts';

/** The empty pipeline with at most 100 documents of a group. */
export default configurable({files: z.string()}, ({files}) =>
	pipeline('bench-cap', fromJsonl({files, columns: corpusColumns}))
		.pipe(capPerGroup({most: 100}))
		.write(toParquet()),
);
