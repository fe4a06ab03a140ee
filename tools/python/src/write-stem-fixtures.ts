import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {stemAlgorithms, stemmer} from '@millrace/text';
import {declarationWords, hostileWords, ownWords} from './stem-words.ts';

// Chooses the words of the fixtures of stemmers anew; then MILLRACE_WRITE=stems pytest gives them their stems.
const fixtures = fileURLToPath(new URL('../../../libs/text/src/stem/fixtures/', import.meta.url));
const MOST = 150;
// Nothing else stems as these do.
const ofNatural = ['carry', 'japanese', 'lancaster', 'ukrainian'];
const declaration = await declarationWords();
await mkdir(fixtures, {recursive: true});
for (const algorithm of stemAlgorithms) {
	if (ofNatural.includes(algorithm)) continue;
	const stem = stemmer(algorithm);
	const changed = (words: readonly string[]) => words.filter((word) => stem(word) !== word);
	const real = ownWords(algorithm, declaration, 0);
	const made = ownWords(algorithm, declaration, 20_000).slice(real.length);
	const words = [
		...spread(changed(real)),
		...spread(real.filter((word) => stem(word) === word)).slice(0, 30),
		...spread(changed(made)),
		...hostileWords,
	].filter((word) => word.length < 100);
	const pairs = Object.fromEntries(words.map((word) => [word, stem(word)]));
	await writeFile(`${fixtures}${algorithm}.json`, `${JSON.stringify(pairs, null, '\t')}\n`);
}

function spread(words: readonly string[]): readonly string[] {
	const step = Math.max(1, words.length / MOST);
	return Array.from(
		{length: Math.min(MOST, words.length)},
		(_, index) => words[Math.floor(index * step)] ?? '',
	);
}
