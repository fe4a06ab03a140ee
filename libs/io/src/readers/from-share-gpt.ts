import {nullable, parseOptions, utf8, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {chatReader, chatShape, type ChatOptions} from './chat-reader.ts';
import {
	chatColumns,
	chatOf,
	chatTurns,
	isTrained,
	jsonText,
	type ReadTurn,
	roleOf,
	shown,
	withSystem,
} from './chat-turns.ts';
import type {ToolChat} from './from-open-ai-chat.ts';
import {ownValue, type JsonObject} from './json-conversion.ts';
import type {Extra, ReadRow} from './reader-options.ts';

/**
 * Reads chats as ShareGPT has them: `{"conversations": [{"from", "value"}], "system"?, "tools"?}`, in one JSON list or
 * in JSON Lines, plain, gzip or Zstandard; by default `.json`, `.jsonl` and `.ndjson`. Roles go by all the names in use
 * (human, gpt, chatgpt, bard, observation ...); `role` and `content` may stand for `from` and `value`. Gives `messages`,
 * `train` and `tools`. A chat without a user turn, with an unknown role or two different system prompts is quarantined.
 * Throws a MillraceError `schema` where none of a file's first records has `conversations`.
 */
export function fromShareGpt<const C extends Columns = {}, E extends Extra = 'drop'>(
	options: ChatOptions<C, E>,
): Reader<ReadRow<C, E> & ToolChat>;
export function fromShareGpt(given: ChatOptions<Columns, Extra>): Reader<AnyRow> {
	return chatReader(
		{
			name: 'share-gpt',
			module: import.meta.url,
			endings: ['.json', '.jsonl', '.ndjson'],
			makes: {...chatColumns, tools: nullable(utf8)},
			fields: ['conversations', 'system', 'tools'],
			read(row, strict) {
				const turns = chatTurns('conversations', ownValue(row, 'conversations'), readTurn);
				const all = typeof turns === 'string' ? turns : withSystem(ownValue(row, 'system'), turns);
				const chat = typeof all === 'string' ? all : chatOf(all, strict);
				return typeof chat === 'string' ? chat : [...chat, jsonText(ownValue(row, 'tools'))];
			},
		},
		parseOptions('reader share-gpt', chatShape, given),
	);
}

const named = (role: string, names: readonly string[]): readonly (readonly [string, string])[] =>
	names.map((name) => [name, role]);

const roles = Object.fromEntries([
	...named('system', ['system', 'developer']),
	...named('user', ['human', 'user', 'prompter']),
	...named('assistant', [
		'gpt',
		'assistant',
		'chatgpt',
		'gpt4',
		'bard',
		'bing',
		'claude',
		'gemini',
		'model',
		'bot',
		'ai',
	]),
	...named('assistant', ['function_call', 'tool_call']),
	...named('tool', ['tool', 'function', 'observation', 'function_response', 'tool_response']),
]);

function readTurn(turn: JsonObject): ReadTurn | string {
	const found = roleOf(ownValue(turn, 'from') ?? ownValue(turn, 'role'), roles);
	if (typeof found === 'string') return found;
	const content = ownValue(turn, 'value') ?? ownValue(turn, 'content');
	if (typeof content !== 'string') return `expected text, found ${shown(content)}`;
	const train = isTrained(found.role, turn);
	return typeof train === 'string' ? train : {...found, content, train};
}
