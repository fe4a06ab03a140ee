import type {AnyRow, Columns} from '@millrace/core';
import type {ChatMessage} from '../chat.ts';
import {formatValue} from './format-value.ts';
import {parseTemplate} from './parse-template.ts';
import type {PromptTemplate} from './prompt-template.ts';

/**
 * Makes the function that fills a template from rows. What a row holds is written as it is: braces in it stand for
 * nothing.
 */
export function renderTemplate({
	turns,
	columns,
	join,
}: PromptTemplate<Columns>): (row: AnyRow) => readonly ChatMessage[] {
	const formats = new Map(
		Object.entries(columns).map(([name, {type}]) => [name, formatValue(type, join[name])]),
	);
	const parsed = turns.map(({role, content}) => ({
		role,
		parts: parseTemplate(content).parts.map((part) =>
			'column' in part ? {name: part.column, format: formats.get(part.column)} : part.text,
		),
	}));
	return (row) =>
		parsed.map(({role, parts}) => {
			let content = '';
			for (const part of parts) {
				if (typeof part === 'string') content += part;
				else if (typeof part.format === 'function') content += part.format(row[part.name]);
			}
			return {role, content};
		});
}
