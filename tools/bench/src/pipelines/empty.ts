import {configurable, pipeline} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {z} from 'zod';
import {corpusColumns} from './columns.ts';

/** Reads JSON Lines and writes Parquet, and nothing between. */
export default configurable({files: z.string()}, ({files}) =>
	pipeline('bench-empty', fromJsonl({files, columns: corpusColumns})).write(toParquet()),
);
