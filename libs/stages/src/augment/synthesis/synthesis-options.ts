import type {AnyRow, Columns, RowOf} from '@millrace/core';
import {chatBackendOption, type ChatBackend} from '@millrace/text';
import {z} from 'zod';
import {columnsOption} from '../../columns-option.ts';

/** What every stage that makes instructions may be told. */
export interface SynthesisSettings<Reads extends Columns> {
	readonly backend: ChatBackend;
	/** Accepted pairs wanted of each row. */
	readonly n?: number;
	/** How often the model is asked for a row at most. */
	readonly attempts?: number;
	/** Columns that the functions below may read, with their types. */
	readonly reads?: Reads;
	/** The rows of which pairs are made; all unless given. */
	readonly when?: (row: RowOf<Reads>) => boolean;
	/** The group that a row has already; an id of its own unless given. */
	readonly group?: (row: RowOf<Reads>) => string | null;
	readonly temperature?: number;
	readonly maxTokens?: number;
}

export const synthesisShape = {
	backend: chatBackendOption,
	n: z.int().min(1).default(3).describe('accepted pairs wanted of each row'),
	attempts: z.int().min(1).max(100).default(3).describe('how often the model is asked for a row at most'),
	reads: columnsOption.prefault({}).describe('columns that the functions of the row may read'),
	when: z
		.custom<(row: AnyRow) => boolean>(
			(value) => typeof value === 'function',
			'expected a function of the row',
		)
		.optional()
		.meta({title: 'function of the row', description: 'the rows of which pairs are made; all unless given'}),
	group: z
		.custom<(row: AnyRow) => string | null>(
			(value) => typeof value === 'function',
			'expected a function of the row',
		)
		.optional()
		.meta({
			title: 'function of the row',
			description: 'the group that a family keeps; an id of its own unless given',
		}),
	temperature: z.number().min(0).optional().describe("the backend's own unless given"),
	maxTokens: z.int().min(1).optional().describe("the backend's own unless given"),
};

/** Batches wait in a bounded queue; few rows each, so that every call of the backend is used. */
export const synthesisQueue = ({concurrency}: ChatBackend) => ({
	batchRows: 16,
	concurrency: Math.max(2, Math.ceil((2 * concurrency) / 16)),
});
