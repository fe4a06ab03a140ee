import {
	defineStage,
	parseOptions,
	utf8,
	type AnyRow,
	type AnyStep,
	type Column,
	type Columns,
	type RowOf,
	type Step,
} from '@millrace/core';
import type {ChatBackend, ChatMessage} from '@millrace/text';
import {z} from 'zod';
import {columnsOption} from '../columns-option.ts';

/**
 * Adds what a chat model answers to a prompt made of the row: `complete({backend, prompt: ({text}) => ..., into: 'summary'})`.
 * `reads` names the columns that the prompt may use, `text` unless given; the answer goes to `completion` unless `into`
 * says otherwise. The row's seed goes with the request. Drops `truncated`, `filtered` and `empty-answer`; a row for which
 * the backend fails is quarantined.
 */
export function complete<
	const Reads extends Columns = {readonly text: Column<string>},
	const Into extends string = 'completion',
>(
	options: CompleteOptions<Reads, Into>,
): Step<RowOf<NoInfer<Reads>>, Readonly<Record<NoInfer<Into>, string>>>;
export function complete(given: CompleteOptions<Columns, string>): AnyStep {
	const {reads, into} = parseOptions(`stage ${complete.definition.name}`, shape, given);
	const stage = defineStage({
		...complete.definition,
		needs: Object.fromEntries(reads),
		adds: {[into]: utf8},
		queue: ({backend: {concurrency}}) => ({
			batchRows: BATCH_ROWS,
			concurrency: Math.max(2, Math.ceil((2 * concurrency) / BATCH_ROWS)),
		}),
		async map(row, context) {
			const {backend, prompt, into, temperature, maxTokens, truncated} = context.options;
			const asked = prompt(row);
			const {text, finish} = await backend.call(
				{
					messages: typeof asked === 'string' ? [{role: 'user', content: asked}] : asked,
					seed: context.random().int(2 ** 31),
					...(temperature === undefined ? {} : {temperature}),
					...(maxTokens === undefined ? {} : {maxTokens}),
				},
				{},
			);
			if (finish === 'filter') return {drop: 'filtered'};
			if (finish === 'length' && truncated === 'drop') return {drop: 'truncated', score: text.length};
			return text.trim() === '' ? {drop: 'empty-answer'} : {[into]: text};
		},
	});
	return stage(given);
}

export interface CompleteOptions<Reads extends Columns, Into extends string> {
	readonly backend: ChatBackend;
	/** The user's message, or a whole conversation. Its source enters the fingerprint. */
	readonly prompt: (row: RowOf<Reads>) => string | readonly ChatMessage[];
	readonly reads?: Reads;
	readonly into?: Into;
	readonly temperature?: number;
	readonly maxTokens?: number;
	readonly truncated?: 'drop' | 'keep';
}

const BATCH_ROWS = 16;

const shape = {
	backend: z
		.custom<ChatBackend>(isBackend, 'expected a chat backend, such as openaiCompatible({...})')
		.meta({title: 'backend', description: 'the model'}),
	prompt: z
		.custom<(row: AnyRow) => string | readonly ChatMessage[]>(
			(value) => typeof value === 'function',
			'expected a function of the row',
		)
		.meta({title: 'function of the row', description: 'makes the message, or the conversation, of a row'}),
	reads: columnsOption.prefault({text: utf8}).describe('columns that the prompt reads, with their types'),
	into: z.string().min(1).default('completion').describe('the column of the answer'),
	temperature: z.number().min(0).optional().describe("the backend's own unless given"),
	maxTokens: z.int().min(1).optional().describe("the backend's own unless given"),
	truncated: z
		.enum(['drop', 'keep'])
		.default('drop')
		.describe('what becomes of an answer cut at the token limit'),
};

complete.definition = {
	name: 'complete',
	summary: 'Adds what a chat model answers to a prompt made of the row.',
	needs: {},
	options: shape,
};

function isBackend(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		'call' in value &&
		'identity' in value &&
		'concurrency' in value
	);
}
