import {MillraceError, type AnyRow} from '@millrace/core';
import {
	chatTokens,
	subwordIds,
	type ChatTemplate,
	type SubwordTokenizer,
	type TemplateMessage,
} from '@millrace/text';
import type {RecipeSettings} from '../recipe/recipe-shape.ts';
import type {RecipeColumns} from './recipe-columns.ts';

/** A row as tokens. */
export interface TokenDocument {
	readonly ids: Int32Array;
	/** Unshifted, -100 where nothing is learned; every token is learned where it is absent. */
	readonly labels?: Int32Array;
	/** The class of a classification row. */
	readonly label?: string;
}

/** A row as tokens, or why it is left out. */
export type Encoded = TokenDocument | {readonly drop: string};

export interface RowEncoding {
	readonly settings: RecipeSettings;
	readonly roles: RecipeColumns;
	readonly tokenizer: SubwordTokenizer;
	/** The chat template of the base, where messages are learned. */
	readonly template?: ChatTemplate;
}

/** Rows as tokens, in order. A row without text, or with nothing to learn, is left out with a reason. */
export async function encodeRows(
	rows: readonly AnyRow[],
	encoding: RowEncoding,
): Promise<readonly Encoded[]> {
	const {settings, roles, template} = encoding;
	if (settings.objective === 'classification') return classified(rows, encoding);
	if (roles.has('input_ids')) return rows.map((row) => pretokenized(row, roles, encoding.tokenizer.idLimit));
	if (roles.has('messages') && template) return chats(rows, encoding, template);
	const texts = textsOf(rows, roles);
	const ids = await subwordIds(encoding.tokenizer, texts);
	return ids.map((found, row) => (texts[row] === '' ? {drop: 'empty'} : {ids: found}));
}

async function classified(
	rows: readonly AnyRow[],
	{roles, tokenizer}: RowEncoding,
): Promise<readonly Encoded[]> {
	const texts = textsOf(rows, roles);
	const ids = await tokenizer.encode(texts, {addSpecials: true, specialsInText: 'text'});
	return ids.map((found, row): Encoded => {
		const label = rows[row]?.[roles.get('label') ?? ''];
		if (typeof label !== 'string' || label === '') return {drop: 'no-label'};
		return texts[row] === '' || found.length === 0 ? {drop: 'empty'} : {ids: found, label};
	});
}

async function chats(
	rows: readonly AnyRow[],
	{roles, tokenizer}: RowEncoding,
	template: ChatTemplate,
): Promise<readonly Encoded[]> {
	const given = rows.map((row) => messagesOf(row[roles.get('messages') ?? '']));
	const results = await chatTokens(given, {tokenizer, template});
	return results.map((result): Encoded => {
		if ('error' in result)
			throw new MillraceError(
				'usage',
				`chat template ${template.path}: ${result.error}; mend the template or drop such chats in the pipeline.`,
			);
		return result;
	});
}

function pretokenized(row: AnyRow, roles: RecipeColumns, idLimit: number): Encoded {
	const ids = numbersOf(row[roles.get('input_ids') ?? '']);
	if (ids.length < 2) return {drop: 'empty'};
	const outside = ids.find((id) => id < 0 || id >= idLimit);
	if (outside !== undefined)
		throw new MillraceError(
			'schema',
			`input_ids: expected ids below the ${idLimit} of the base's tokenizer, found ${outside}; the column was made with the tokenizer of another base.`,
		);
	const name = roles.get('labels');
	if (name === undefined) return {ids};
	const labels = numbersOf(row[name]);
	if (labels.length !== ids.length)
		throw new MillraceError(
			'schema',
			`${name}: expected as many labels as tokens in each row, found ${labels.length} for ${ids.length}; labels are unshifted, -100 where nothing is learned.`,
		);
	return labels.some((label, at) => at > 0 && label >= 0) ? {ids, labels} : {drop: 'nothing-to-train'};
}

const textsOf = (rows: readonly AnyRow[], roles: RecipeColumns): readonly string[] =>
	rows.map((row) => {
		const text = row[roles.get('text') ?? ''];
		return typeof text === 'string' ? text : '';
	});

const numbersOf = (value: unknown): Int32Array =>
	value instanceof Int32Array ? value : Int32Array.from(Array.isArray(value) ? value.map(Number) : []);

function messagesOf(value: unknown): readonly TemplateMessage[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((turn: unknown): readonly TemplateMessage[] =>
		typeof turn === 'object' && turn !== null && 'role' in turn && typeof turn.role === 'string'
			? [
					{
						role: turn.role,
						content: 'content' in turn && typeof turn.content === 'string' ? turn.content : null,
					},
				]
			: [],
	);
}
