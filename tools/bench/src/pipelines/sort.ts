import {configurable, float64, pipeline} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {sortBy} from '@millrace/stages';
import {z} from 'zod';
import {corpusColumns} from './columns.ts';

/** The empty pipeline with a sort by a number, which moves every row. */
export default configurable({files: z.string()}, ({files}) =>
	pipeline('bench-sort', fromJsonl({files, columns: corpusColumns}))
		.pipe(sortBy({by: {score: float64}}))
		.write(toParquet()),
);
