import type {Json} from '@millrace/core';
import {z} from 'zod';
import type {ChatBackend, ChatMessage, ChatResponse} from '../../chat.ts';

export interface StructuredRequest<T> {
	readonly messages: readonly ChatMessage[];
	/** What the answer shall be; asked for as a JSON schema and checked. */
	readonly shape: z.ZodType<T>;
	/** The name of the schema: letters, digits and `_`. */
	readonly name: string;
	readonly seed: number;
	readonly temperature?: number | undefined;
	readonly maxTokens?: number | undefined;
	readonly logprobs?: number | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** An answer that was understood, or why it was not. */
export type StructuredAnswer<T> =
	| {readonly value: T; readonly fault?: undefined; readonly response: ChatResponse}
	| {readonly fault: AnswerFault; readonly detail: string; readonly response: ChatResponse};

export type AnswerFault = 'refused' | 'cut' | 'empty-answer' | 'bad-json' | 'bad-shape';

/**
 * Asks a chat model for JSON of a shape. What it answered is checked; a fence of Markdown around it is passed
 * over.
 */
export async function askStructured<T>(
	backend: ChatBackend,
	{messages, shape, name, seed, temperature, maxTokens, logprobs, signal}: StructuredRequest<T>,
): Promise<StructuredAnswer<T>> {
	const response = await backend.call(
		{
			messages,
			seed,
			format: {name, schema: schemaOf(shape)},
			...(temperature === undefined ? {} : {temperature}),
			...(maxTokens === undefined ? {} : {maxTokens}),
			...(logprobs === undefined ? {} : {logprobs}),
		},
		signal ? {signal} : {},
	);
	const {text, finish} = response;
	if (finish === 'filter') return {fault: 'refused', detail: text, response};
	// Even where what came can be read: nobody knows what was still to come.
	if (finish === 'length') return {fault: 'cut', detail: text.slice(0, 500), response};
	if (text.trim() === '') return {fault: 'empty-answer', detail: '', response};
	let json: unknown;
	try {
		json = JSON.parse(unfenced(text));
	} catch {
		return {fault: 'bad-json', detail: text.slice(0, 500), response};
	}
	const result = shape.safeParse(json);
	if (result.success) return {value: result.data, response};
	const faults = result.error.issues.map(({path, message}) => `${path.join('.') || 'answer'}: ${message}`);
	return {fault: 'bad-shape', detail: `${faults.join('; ')} in ${text.slice(0, 500)}`, response};
}

const schemas = new WeakMap<z.ZodType, Json>();

function schemaOf(shape: z.ZodType): Json {
	let schema = schemas.get(shape);
	if (schema === undefined) {
		schema = z.json().parse(z.toJSONSchema(shape));
		schemas.set(shape, schema);
	}
	return schema;
}

function unfenced(text: string): string {
	const trimmed = text.trim();
	if (!trimmed.startsWith('```') || !trimmed.endsWith('```')) return trimmed;
	const line = trimmed.indexOf('\n');
	return line < 0 ? trimmed : trimmed.slice(line + 1, -3);
}
