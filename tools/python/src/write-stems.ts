import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {stemAlgorithms, stemmer} from '@millrace/text';
import {declarationWords, ownWords} from './stem-words.ts';

// Writes the words of a multilingual corpus and their stems in every algorithm: `node write-stems.ts <folder>`.
const folder = process.argv[2] ?? '';
const COMBINATIONS = 20_000;
const declaration = await declarationWords();
const shared = Array.from(new Set(Array.from(declaration.values()).flat())).toSorted();
await mkdir(folder, {recursive: true});
await writeFile(join(folder, 'words.json'), JSON.stringify(shared));
for (const algorithm of stemAlgorithms) {
	const own = ownWords(algorithm, declaration, COMBINATIONS);
	const stem = stemmer(algorithm);
	await writeFile(
		join(folder, `${algorithm}.json`),
		JSON.stringify({own, ownStems: own.map(stem), stems: shared.map(stem)}),
	);
}
