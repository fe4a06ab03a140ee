import type {AnyRow, Columns, RowOf} from '@millrace/core';
import type {ChatMessage} from '../../chat.ts';
import type {PromptTemplate} from '../../template/prompt-template.ts';
import {renderTemplate} from '../../template/render-template.ts';

/** A prompt of the library: plain data, so that it enters fingerprints; another wording has another version. */
export interface NamedPrompt<out Needs extends Columns> {
	/** Name and version: `paraphrase/1`. */
	readonly name: string;
	readonly template: PromptTemplate<Needs>;
}

/** Makes the function that fills a prompt. */
export function fillPrompt<Needs extends Columns>(
	prompt: NamedPrompt<Needs>,
): (values: RowOf<Needs>) => readonly ChatMessage[];
export function fillPrompt({template}: NamedPrompt<Columns>): (values: AnyRow) => readonly ChatMessage[] {
	return renderTemplate(template);
}
