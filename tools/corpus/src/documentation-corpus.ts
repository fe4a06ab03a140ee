import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {finished} from 'node:stream/promises';
import {gunzipSync} from 'node:zlib';
import {MillraceError} from '@millrace/core';
import {extractHtml} from '@millrace/text';
import {documentationPackages} from './documentation-packages.ts';
import {fetchDocumentation} from './fetch-documentation.ts';

export interface DocumentationOptions {
	/** Where the JSON Lines files go. */
	readonly folder: string;
	/** Where packages are unpacked. */
	readonly packages: string;
	/** Bytes of text after which it ends; fewer where the packages hold less. */
	readonly bytes: number;
	readonly files: number;
}

/** What was written: documents, and bytes of their texts and of the files. */
export interface DocumentationTruth {
	readonly documents: number;
	readonly textBytes: number;
	readonly bytes: number;
}

/**
 * Writes real documentation as JSON Lines (`id`, `text`): pages of HTML as the text of their main content, text, Markdown
 * and reStructuredText as they are, in the order of their paths. Pages of several packages and generated pages of one are
 * nearly alike, as on the web. `truth.json`, written last, counts them.
 */
export async function documentationCorpus(options: DocumentationOptions): Promise<DocumentationTruth> {
	const {folder, packages, bytes, files} = options;
	await fetchDocumentation(packages, documentationPackages);
	await rm(folder, {recursive: true, force: true});
	await mkdir(folder, {recursive: true});
	const outputs = Array.from({length: files}, (_, file) =>
		createWriteStream(join(folder, `${String(file).padStart(3, '0')}.jsonl`)),
	);
	const truth = {documents: 0, textBytes: 0, bytes: 0};
	const perFile = Math.ceil(bytes / files);
	for await (const {id, text} of documents(packages)) {
		if (truth.textBytes >= bytes) break;
		const line = `${JSON.stringify({id, text})}\n`;
		const output = outputs[Math.min(files - 1, Math.floor(truth.textBytes / perFile))];
		if (output && !output.write(line)) await once(output, 'drain');
		truth.documents++;
		truth.textBytes += Buffer.byteLength(text);
		truth.bytes += Buffer.byteLength(line);
	}
	await Promise.all(outputs.map((output) => finished(output.end())));
	if (truth.documents === 0)
		throw new MillraceError('missing', `documentation corpus: expected pages below ${packages}, found none.`);
	await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth)}\n`);
	return truth;
}

async function* documents(packages: string): AsyncGenerator<{readonly id: string; readonly text: string}> {
	for (const name of documentationPackages) {
		const root = join(packages, name);
		const entries = await readdir(root, {recursive: true, withFileTypes: true});
		const paths = entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
		for (const path of paths.sort()) {
			const text = await textOf(path);
			if (text !== undefined && text.length >= SHORTEST) yield {id: `${name}/${relative(root, path)}`, text};
		}
	}
}

const SHORTEST = 200;

async function textOf(path: string): Promise<string | undefined> {
	const [, kind, packed] = /\.(html?|txt|md|rst)(\.gz)?$/.exec(path) ?? [];
	if (kind === undefined) return undefined;
	const stored = await readFile(path);
	const content = (packed === undefined ? stored : gunzipSync(stored)).toString('utf8').toWellFormed();
	if (!kind.startsWith('htm')) return content;
	const page = extractHtml(content, {format: 'text'});
	return 'drop' in page ? undefined : page.text;
}
