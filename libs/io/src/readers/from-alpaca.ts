import {parseOptions, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {chatReader, chatShape, type ChatOptions} from './chat-reader.ts';
import {type Chat, chatColumns, chatOf, type ReadTurn, shown, withSystem} from './chat-turns.ts';
import {ownValue, type JsonObject} from './json-conversion.ts';
import type {Extra, ReadRow} from './reader-options.ts';

/**
 * Reads instructions as Alpaca has them: `{"instruction", "input"?, "output", "system"?, "history"?}`, in one JSON list
 * or in JSON Lines, plain, gzip or Zstandard; by default `.json`, `.jsonl` and `.ndjson`. Instruction and input, a line
 * end between them, become the user's turn; `history` holds earlier pairs of a question and its answer. Gives `messages`
 * and `train`. A record without instruction and input, or without output, is quarantined. Throws a MillraceError
 * `schema` where none of a file's first records has an `instruction`.
 */
export function fromAlpaca<const C extends Columns = {}, E extends Extra = 'drop'>(
	options: ChatOptions<C, E>,
): Reader<ReadRow<C, E> & Chat>;
export function fromAlpaca(given: ChatOptions<Columns, Extra>): Reader<AnyRow> {
	return chatReader(
		{
			name: 'alpaca',
			module: import.meta.url,
			endings: ['.json', '.jsonl', '.ndjson'],
			makes: chatColumns,
			fields: ['instruction', 'input', 'output', 'system', 'history'],
			read(row, strict) {
				const turns = readTurns(row);
				const all = typeof turns === 'string' ? turns : withSystem(ownValue(row, 'system'), turns);
				return typeof all === 'string' ? all : chatOf(all, strict);
			},
		},
		parseOptions('reader alpaca', chatShape, given),
	);
}

const pair = (question: string, answer: string): readonly ReadTurn[] => [
	{role: 'user', content: question, train: false},
	{role: 'assistant', content: answer, train: true},
];

function readTurns(row: JsonObject): readonly ReadTurn[] | string {
	const texts: string[] = [];
	for (const name of ['instruction', 'input', 'output']) {
		const value = ownValue(row, name) ?? '';
		if (typeof value !== 'string') return `${name}: expected text, found ${shown(value)}`;
		texts.push(value);
	}
	const [instruction = '', input = '', output = ''] = texts;
	const question = [instruction, input].filter((text) => text !== '').join('\n');
	if (question === '') return 'expected an instruction or an input, found neither';
	if (output === '') return 'expected an output, found none';
	const before = historyOf(ownValue(row, 'history'));
	return typeof before === 'string' ? before : [...before, ...pair(question, output)];
}

function historyOf(history: unknown): readonly ReadTurn[] | string {
	if (history === undefined || history === null) return [];
	if (!Array.isArray(history)) return `history: expected a list, found ${shown(history)}`;
	const items: readonly unknown[] = history;
	const turns: ReadTurn[] = [];
	for (const [index, item] of items.entries()) {
		const texts: readonly unknown[] = Array.isArray(item) ? item : [];
		const [question, answer] = texts;
		if (texts.length !== 2 || typeof question !== 'string' || typeof answer !== 'string')
			return `history: item ${index + 1}: expected a question and its answer, found ${shown(item)}`;
		turns.push(...pair(question, answer));
	}
	return turns;
}
