import {mkdir, open, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import {corpusPlan, type CorpusOptions} from './corpus-options.ts';
import {corpusLanguages, fileBlocks, type Language} from './file-blocks.ts';
import {fileNames} from './file-names.ts';
import type {CorpusPlan} from './corpus-options.ts';
import {truthOf, type Counts, type Truth} from './truth.ts';

/**
 * Writes a corpus into a folder, and `truth.json` beside it, which says what was planted: exact and near duplicates,
 * mojibake, nulls, long lines, CR LF and odd file names, in ten writing systems. Documents have the columns id, text,
 * source, group, n, score, note (or null) and tags. Equal options give equal bytes; memory does not grow with size.
 * Compressed files have a member or frame for each MiB. Throws a MillraceError `usage` on bad options.
 */
export async function generateCorpus({
	folder,
	...given
}: CorpusOptions & {readonly folder: string}): Promise<Truth> {
	const plan = corpusPlan(given);
	const languages = corpusLanguages(plan.seed);
	const files: {name: string; counts: Counts}[] = [];
	for (const [file, name] of fileNames(plan).entries()) {
		files.push({name, counts: await writeCorpusFile(plan, languages, file, join(folder, name))});
	}
	const truth = truthOf(plan, files);
	await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth)}\n`);
	return truth;
}

async function writeCorpusFile(
	plan: CorpusPlan,
	languages: readonly Language[],
	file: number,
	path: string,
): Promise<Counts> {
	await mkdir(dirname(path), {recursive: true});
	const handle = await open(path, 'w');
	try {
		const blocks = fileBlocks(plan, languages, file);
		for (;;) {
			const next = blocks.next();
			if (next.done) return next.value;
			await handle.writeFile(compressed(path, next.value));
		}
	} finally {
		await handle.close();
	}
}

function compressed(path: string, block: Uint8Array): Uint8Array {
	if (path.endsWith('.gz')) return gzipSync(block);
	return path.endsWith('.zst') ? zstdCompressSync(block) : block;
}
