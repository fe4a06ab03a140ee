import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gunzipSync} from 'node:zlib';
import {MillraceError, nearest, sha256} from '@millrace/core';

/** The items of an evaluation, that training data must not hold. */
export interface EvaluationSet {
	readonly name: string;
	/** Enters the fingerprint of a stage: the digest of the file's bytes, and what is read of them. */
	readonly identity: {
		readonly evaluation: string;
		readonly sha256: string;
		readonly text: readonly string[];
		readonly query: readonly string[];
	};
	readonly items: readonly EvaluationItem[];
}

export interface EvaluationItem {
	readonly text: string;
	/** What stands before it in the evaluation: the question of an answer. */
	readonly query: string;
}

export interface EvaluationSetOptions {
	/** What reports call it. */
	readonly name: string;
	/** JSON Lines, one JSON list, or, where it ends in `.txt`, one item a line; also with `.gz`. */
	readonly file: string | URL;
	/** The fields that are looked for, joined; `text` unless given. Lists of texts count too. */
	readonly text?: string | readonly string[];
	/** Fields that stand before: of them only what runs over into the text is looked for. None unless given. */
	readonly query?: string | readonly string[];
}

/**
 * Reads an evaluation set. Throws a MillraceError `missing` where the file cannot be read, and `usage` where it is empty,
 * is no JSON, or lacks a field in a row, naming the rows.
 */
export function evaluationSet({name, file, text = 'text', query = []}: EvaluationSetOptions): EvaluationSet {
	const path = file instanceof URL ? fileURLToPath(file) : file;
	const bytes = bytesOf(path, name);
	const fields = {text: [text].flat(), query: [query].flat()};
	const content = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, '');
	const plain = /\.txt(?:\.gz)?$/.test(path);
	const items = plain
		? filledLines(content).map((line) => ({text: line, query: ''}))
		: itemsOf(rowsOf(content, path), fields, path);
	if (!items.some((item) => item.text.trim() !== ''))
		throw new MillraceError(
			'usage',
			`${path}: expected the items of the evaluation ${name}, found none; nothing would be looked for.`,
		);
	return {name, identity: {evaluation: name, sha256: sha256(bytes), ...fields}, items};
}

function bytesOf(path: string, name: string): Buffer {
	try {
		return readFileSync(path);
	} catch (cause) {
		throw new MillraceError(
			'missing',
			`${path}: expected the file of the evaluation ${name}, which cannot be read; without it nothing would be looked for.`,
			{cause},
		);
	}
}

type Row = Readonly<Record<string, unknown>>;

const filledLines = (content: string): readonly string[] =>
	content.split(/\r?\n/).filter((line) => line.trim() !== '');

function rowsOf(content: string, path: string): readonly Row[] {
	const isList = content.trimStart().startsWith('[');
	const values = isList ? [parsed(content)].flat() : filledLines(content).map(parsed);
	const bad = values.flatMap((value, index) => (isRow(value) ? [] : [index + 1]));
	if (bad.length > 0)
		throw new MillraceError(
			'usage',
			`${path}: expected one JSON object a line, or a JSON list of them, found another value as number ${bad.slice(0, MOST_FAULTS).join(', ')}.`,
		);
	return values.filter(isRow);
}

function itemsOf(
	rows: readonly Row[],
	{text, query}: {readonly text: readonly string[]; readonly query: readonly string[]},
	path: string,
): readonly EvaluationItem[] {
	const faults = [...text, ...query].flatMap((field) => {
		const bad = rows.flatMap((row, index) => (textOf(row[field]) === undefined ? [index + 1] : []));
		if (bad.length === 0) return [];
		const meant = nearest(field, Object.keys(rows[(bad[0] ?? 1) - 1] ?? {}));
		return [
			`${field} in row ${bad.slice(0, MOST_FAULTS).join(', ')}${meant ? ` (did you mean ${meant}?)` : ''}`,
		];
	});
	if (faults.length > 0)
		throw new MillraceError(
			'usage',
			`${path}: expected a text, or a list of texts, as ${faults.join('; ')}.`,
		);
	const joined = (row: Row, fields: readonly string[]): string =>
		fields.map((field) => textOf(row[field]) ?? '').join('\n');
	return rows.map((row) => ({text: joined(row, text), query: joined(row, query)}));
}

const MOST_FAULTS = 10;

function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return String(value);
	if (!Array.isArray(value)) return undefined;
	const texts = value.map(textOf);
	return texts.some((text) => text === undefined) ? undefined : texts.join('\n');
}

function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
