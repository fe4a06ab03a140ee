import {existsSync} from 'node:fs';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {documentationCorpus} from '@millrace/corpus';
import {toTiktoken, trainTokenizer, writeTokenizer} from '@millrace/text';
import type {Bench} from '../bench.ts';
import {readTexts} from './read-texts.ts';
import {sampleTexts} from './sample-texts.ts';

/** What curation is measured on, relative to the repository. */
export interface Prepared {
	/** The whole corpus, a tenth of it, and the part for peers that take long. */
	readonly whole: string;
	readonly tenth: string;
	readonly part: string;
	/** Pages of HTML. */
	readonly pages: string;
	/** A `tokenizer.json`, a `.tiktoken` file of the same vocabulary beside it. */
	readonly tokenizer: string;
}

const partDocuments = 300;
const pageCount = 1000;

/** Makes what is not there yet: real documentation as a corpus, its parts, pages and a vocabulary trained on it. */
export async function prepare({root, folder, small, tell}: Bench): Promise<Prepared> {
	const at = (name: string): string => join(root, folder, name);
	const packages = at('packages');
	const whole = `documentation-${small}`;
	if (!existsSync(join(at(whole), 'truth.json'))) {
		tell(
			`node tools/corpus/src/documentation.ts --bytes ${small} --out ${folder}/${whole} --packages ${folder}/packages`,
		);
		await documentationCorpus({folder: at(whole), packages, bytes: small, files: 100});
	}
	const part = `${whole}-part`;
	if (!existsSync(at(part))) await sampleTexts(at(whole), at(part), partDocuments);
	const tenth = `${whole}-tenth`;
	if (!existsSync(at(tenth))) await tenthOf(at(whole), at(tenth));
	if (!existsSync(at('pages'))) await samplePages(packages, at('pages'));
	const vocabulary = `${whole}-vocabulary`;
	if (!existsSync(at(vocabulary))) await trainVocabulary(at(tenth), at(vocabulary));
	const relative = (name: string): string => `${folder}/${name}`;
	return {
		whole: relative(whole),
		tenth: relative(tenth),
		part: relative(part),
		pages: relative('pages'),
		tokenizer: `${relative(vocabulary)}/tokenizer.json`,
	};
}

async function tenthOf(from: string, into: string): Promise<void> {
	await rm(into, {recursive: true, force: true});
	await mkdir(into);
	const names = (await readdir(from)).filter((name) => name.endsWith('.jsonl')).sort();
	for (const name of names.filter((_, index) => index % 10 === 5))
		await cp(join(from, name), join(into, name));
}

async function samplePages(packages: string, into: string): Promise<void> {
	const found = (await readdir(packages, {recursive: true})).filter((path) => path.endsWith('.html')).sort();
	const stride = Math.max(1, Math.floor(found.length / pageCount));
	const chosen = found.filter((_, index) => index % stride === 0).slice(0, pageCount);
	await mkdir(into, {recursive: true});
	for (const [index, path] of chosen.entries()) {
		const text = (await readFile(join(packages, path), 'utf8')).toWellFormed();
		await writeFile(join(into, `${String(index).padStart(4, '0')}.html`), text);
	}
}

async function trainVocabulary(corpus: string, into: string): Promise<void> {
	const trained = await trainTokenizer({
		texts: await readTexts(corpus),
		vocabularySize: 50_000,
		split: 'gpt2',
	});
	await writeTokenizer(into, trained);
	await writeFile(join(into, 'tokenizer.tiktoken'), toTiktoken(trained.tokenizer));
}
