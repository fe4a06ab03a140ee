import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';
import type {Bench} from './bench.ts';
import {runChild} from './run-child.ts';

/** A generated corpus on disk. */
export interface Corpus {
	/** Relative to the repository. */
	readonly folder: string;
	readonly documents: number;
	readonly bytes: number;
}

const truth = z.object({
	documents: z.number(),
	bytes: z.number(),
	plan: z.object({bytes: z.number(), seed: z.number(), files: z.number(), oddNames: z.boolean()}),
});

/** Files of a corpus: one of them is 1 %. */
export const corpusFiles = 100;

/** The corpus of a size and seed, generated unless it is there. */
export async function corpus(
	{root, folder, tell}: Bench,
	bytes: number,
	seed = 1,
	files = corpusFiles,
): Promise<Corpus> {
	const into = `${folder}/corpus-${bytes}-${seed}-${files}`;
	const found = await readTruth(join(root, into));
	if (found) return {folder: into, ...found};
	await rm(join(root, into), {recursive: true, force: true});
	const options = [
		'--bytes',
		String(bytes),
		'--seed',
		String(seed),
		'--files',
		String(files),
		'--plain-names',
		'--out',
		into,
	];
	tell(`generating ${into}`);
	await runChild([process.execPath, 'tools/corpus/src/main.ts', ...options], {cwd: root});
	const made = await readTruth(join(root, into));
	if (!made)
		throw new RangeError(`bench: expected ${into}/truth.json once the corpus is generated, found none.`);
	return {folder: into, ...made};
}

/** The truth is written last, so a corpus that has it is whole. */
async function readTruth(folder: string): Promise<Omit<Corpus, 'folder'> | undefined> {
	try {
		const {documents, bytes} = truth.parse(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')));
		return {documents, bytes};
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}
