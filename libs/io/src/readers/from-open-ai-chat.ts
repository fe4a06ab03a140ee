import {nullable, parseOptions, utf8, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {z} from 'zod';
import {chatReader, chatShape, type ChatOptions} from './chat-reader.ts';
import {
	chatColumns,
	chatOf,
	chatTurns,
	isTrained,
	jsonText,
	roleOf,
	shown,
	type Chat,
	type ReadTurn,
} from './chat-turns.ts';
import {isObject, ownValue, type JsonObject} from './json-conversion.ts';
import type {Extra, ReadRow} from './reader-options.ts';

export interface OpenAiChatOptions<C extends Columns, E extends Extra> extends ChatOptions<C, E> {
	/**
	 * What becomes of a turn that calls tools: `refuse` (the default) quarantines its chat, `json` puts the calls, as
	 * JSON, after its text.
	 */
	readonly toolCalls?: 'refuse' | 'json';
}

/** A chat with the tools that it may call, as JSON. */
export interface ToolChat extends Chat {
	readonly tools: string | null;
}

/**
 * Reads chats as OpenAI takes them for fine-tuning: `{"messages": [{"role", "content", "weight"?}], "tools"?}` in JSON
 * Lines, plain, gzip or Zstandard; by default `.jsonl` and `.ndjson`. A role `developer` becomes `system`, `function`
 * becomes `tool`; content in parts is joined; names are left out. Gives `messages`, `train` and `tools`. A chat without
 * a user turn, with an unknown role, an image or another part that is no text is quarantined. Throws a MillraceError
 * `schema` where none of a file's first 100 records has `messages`.
 */
export function fromOpenAiChat<const C extends Columns = {}, E extends Extra = 'drop'>(
	options: OpenAiChatOptions<C, E>,
): Reader<ReadRow<C, E> & ToolChat>;
export function fromOpenAiChat(given: OpenAiChatOptions<Columns, Extra>): Reader<AnyRow> {
	const {toolCalls, ...options} = parseOptions('reader openai-chat', shape, given);
	return chatReader(
		{
			name: 'openai-chat',
			module: import.meta.url,
			endings: ['.jsonl', '.ndjson'],
			makes: {...chatColumns, tools: nullable(utf8)},
			fields: ['messages', 'tools'],
			options: {toolCalls},
			read(row, strict) {
				const turns = chatTurns('messages', ownValue(row, 'messages'), (turn) => readTurn(turn, toolCalls));
				const chat = typeof turns === 'string' ? turns : chatOf(turns, strict);
				return typeof chat === 'string' ? chat : [...chat, jsonText(ownValue(row, 'tools'))];
			},
		},
		options,
	);
}

const shape = {...chatShape, toolCalls: z.enum(['refuse', 'json']).default('refuse')};

const roles = {
	system: 'system',
	developer: 'system',
	user: 'user',
	assistant: 'assistant',
	tool: 'tool',
	function: 'tool',
};

function readTurn(turn: JsonObject, toolCalls: 'refuse' | 'json'): ReadTurn | string {
	const found = roleOf(ownValue(turn, 'role'), roles);
	if (typeof found === 'string') return found;
	const calls = ownValue(turn, 'tool_calls') ?? ownValue(turn, 'function_call') ?? null;
	const hasCalls = calls !== null && !(Array.isArray(calls) && calls.length === 0);
	if (hasCalls && toolCalls === 'refuse')
		return 'expected text, found calls of tools; set toolCalls to "json" to keep them as text';
	const text = textOf(ownValue(turn, 'content'), hasCalls);
	if ('fault' in text) return text.fault;
	const train = isTrained(found.role, turn);
	if (typeof train === 'string') return train;
	const called = hasCalls ? [JSON.stringify(calls)] : [];
	const said = hasCalls && text.content === '' ? [] : [text.content];
	return {...found, content: [...said, ...called].join('\n'), train};
}

type Text = {readonly content: string} | {readonly fault: string};

/** The text of a turn, of its parts where it has parts; a turn that calls tools may have none. */
function textOf(content: unknown, mayLack: boolean): Text {
	if (typeof content === 'string') return {content};
	if (mayLack && (content === null || content === undefined)) return {content: ''};
	if (!Array.isArray(content)) return {fault: `expected text, found ${shown(content)}`};
	const items: readonly unknown[] = content;
	const texts: string[] = [];
	for (const item of items) {
		const text =
			typeof item === 'string' ? item : isObject(item) && TEXTS.has(item['type']) ? item['text'] : undefined;
		if (typeof text !== 'string')
			return {fault: `expected text, found a part of type ${shown(isObject(item) ? item['type'] : item)}`};
		texts.push(text);
	}
	return {content: texts.join('')};
}

const TEXTS = new Set<unknown>(['text', 'input_text', 'output_text']);
