import {configurable, pipeline} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {z} from 'zod';
import {corpusColumns} from './columns.ts';

/** The empty pipeline with so many stages that do nothing: what they take is the engine's. */
export default configurable(
	{files: z.string(), stages: z.coerce.number().int().min(0).default(10)},
	({files, stages}) => {
		let declared = pipeline('bench-stages', fromJsonl({files, columns: corpusColumns}));
		for (let stage = 0; stage < stages; stage++)
			declared = declared.map({name: `nothing-${stage}`, adds: {}, map: () => ({})});
		return declared.write(toParquet());
	},
);
