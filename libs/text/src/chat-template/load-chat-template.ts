import {readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {MillraceError, nearest} from '@millrace/core';
import {fieldsOf} from '../subword/json-fields.ts';
import {specialTokens} from '../subword/special-tokens.ts';
import {chatTemplate, type ChatTemplate} from './chat-template.ts';

/**
 * Loads the chat template of a base model, given its folder or a `.jinja` file: `chat_template.jinja` and
 * `additional_chat_templates/<name>.jinja`, else the `chat_template` of `tokenizer_config.json`, which may be a list of
 * named ones, else that of `chat_template.json`. Special tokens come from the files beside it.
 * Throws a MillraceError `missing` where there is no template, or none of that name.
 */
export function loadChatTemplate(
	where: string | URL,
	{name = 'default'}: {readonly name?: string} = {},
): ChatTemplate {
	const path = where instanceof URL ? fileURLToPath(where) : where;
	const isFolder = statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
	const folder = isFolder ? path : dirname(path);
	const config = jsonIn(join(folder, 'tokenizer_config.json'));
	const templates = isFolder
		? templatesOf(folder, config)
		: new Map([[name, {path, source: textIn(path) ?? missing(path)}]]);
	const found = templates.get(name);
	if (!found) {
		const names = [...templates.keys()].sort();
		const meant = nearest(name, names);
		throw new MillraceError(
			'missing',
			names.length === 0
				? `${folder}: expected a chat template (chat_template.jinja, or chat_template in tokenizer_config.json), found none; a base without one was not trained on chats: choose another base, or put a chat_template.jinja there.`
				: `${folder}: expected a chat template named ${JSON.stringify(name)}, found ${names.join(', ')}; name ${meant ? JSON.stringify(meant) : 'one of these'}.`,
		);
	}
	return chatTemplate(
		found.source,
		found.path,
		specialTokens([config, jsonIn(join(folder, 'special_tokens_map.json'))]),
	);
}

interface Found {
	readonly path: string;
	readonly source: string;
}

function templatesOf(folder: string, config: unknown): ReadonlyMap<string, Found> {
	const found = new Map<string, Found>();
	const main = join(folder, 'chat_template.jinja');
	const source = textIn(main);
	if (source !== undefined) found.set('default', {path: main, source});
	const more = join(folder, 'additional_chat_templates');
	if (statSync(more, {throwIfNoEntry: false})?.isDirectory())
		for (const file of readdirSync(more).sort())
			if (file.endsWith('.jinja'))
				found.set(basename(file, '.jinja'), {
					path: join(more, file),
					source: readFileSync(join(more, file), 'utf8'),
				});
	if (found.size > 0) return found;
	for (const [file, content] of [
		['tokenizer_config.json', config],
		['chat_template.json', jsonIn(join(folder, 'chat_template.json'))],
	] as const)
		for (const [name, template] of named(fieldsOf(content).get('chat_template')))
			if (!found.has(name)) found.set(name, {path: join(folder, file), source: template});
	return found;
}

/** A template, or a list of named ones. */
function named(given: unknown): readonly (readonly [string, string])[] {
	if (typeof given === 'string') return [['default', given]];
	if (!Array.isArray(given)) return [];
	return given.flatMap((entry: unknown) => {
		const {name, template} = Object.fromEntries(fieldsOf(entry));
		return typeof name === 'string' && typeof template === 'string' ? [[name, template] as const] : [];
	});
}

const textIn = (path: string): string | undefined =>
	statSync(path, {throwIfNoEntry: false})?.isFile() ? readFileSync(path, 'utf8') : undefined;

function jsonIn(path: string): unknown {
	const text = textIn(path);
	try {
		return text === undefined ? undefined : JSON.parse(text);
	} catch (cause) {
		throw new MillraceError('usage', `${path}: expected JSON, found ${String(cause)}; save it again.`, {
			cause,
		});
	}
}

function missing(path: string): never {
	throw new MillraceError(
		'missing',
		`${path}: expected a chat template or the folder of a base model, found nothing there; mend the path.`,
	);
}
