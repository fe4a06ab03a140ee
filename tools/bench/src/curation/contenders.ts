import {join} from 'node:path';
import {z} from 'zod';
import type {Bench} from '../bench.ts';
import {coldRefresh} from '../cold-refresh.ts';
import {typed} from '../refresh-command.ts';
import {runChild} from '../run-child.ts';
import type {Prepared} from './prepare.ts';
import {readTexts} from './read-texts.ts';

/** Somebody who does a piece of work. */
export interface Contender {
	readonly work: string;
	readonly who: string;
	readonly run: () => Promise<Outcome>;
}

/** How long one run took, on how much. */
export interface Outcome {
	readonly documents: number;
	readonly bytes: number;
	readonly seconds: number;
	readonly command: string;
	readonly peakBytes?: number;
}

const told = z.object({documents: z.number(), bytes: z.number(), seconds: z.number()});

export const works = {
	pipeline: 'FineWeb rules, MinHash, Parquet',
	counters: 'all quality figures',
	minhash: 'MinHash, 112 hashes of 5 words',
	ids: 'byte-level ids, two threads',
	pages: 'main content of HTML',
} as const;

export const millrace = 'Millrace';

/** All who do the works of curation, ourselves first. */
export function contenders(bench: Bench, prepared: Prepared, python: string): readonly Contender[] {
	const {whole, tenth, part, pages, tokenizer} = prepared;
	const timed = (work: string, who: string, command: readonly string[]): Contender => ({
		work,
		who,
		async run() {
			bench.tell(typed(command));
			const {stdout} = await runChild(command, {cwd: bench.root});
			return {...told.parse(JSON.parse(stdout)), command: typed(command)};
		},
	});
	const own = (work: string, name: string, input: string, more: readonly string[] = []): Contender =>
		timed(work, millrace, [process.execPath, 'tools/bench/src/curation/work.ts', name, input, ...more]);
	const peer = (
		work: string,
		who: string,
		name: string,
		input: string,
		more: readonly string[] = [],
	): Contender => timed(work, who, [python, 'tools/bench/peers/peers.py', name, input, ...more]);
	const ids = ['--tokenizer', tokenizer, '--tasks', '2'];
	return [
		refreshed(bench, millrace, whole),
		refreshed(bench, `${millrace}, a tenth of the corpus`, tenth),
		peer(works.pipeline, 'datatrove', 'datatrove-pipeline', part, [
			...['--tasks', '2', '--out', `${bench.folder}/peer-out`],
		]),
		own(works.counters, 'counters', tenth),
		peer(works.counters, 'datatrove', 'datatrove-counters', part),
		own(works.minhash, 'minhash', tenth),
		peer(works.minhash, 'datatrove', 'datatrove-minhash', part),
		peer(works.minhash, 'rensa', 'rensa-minhash', tenth),
		own(works.ids, 'ids', tenth, ids),
		peer(works.ids, 'tokenizers', 'tokenizers-ids', tenth, ids),
		peer(works.ids, 'tiktoken', 'tiktoken-ids', tenth, ids),
		own(works.pages, 'pages', pages),
		peer(works.pages, 'trafilatura', 'trafilatura-pages', pages),
		peer(works.pages, 'resiliparse', 'resiliparse-pages', pages),
	];
}

function refreshed(bench: Bench, who: string, files: string): Contender {
	return {
		work: works.pipeline,
		who,
		async run() {
			const {seconds, peakBytes, command} = await coldRefresh(bench, {
				pipeline: 'fineweb',
				files,
				workers: 2,
			});
			return {...(await sizeOfTexts(join(bench.root, files))), seconds, peakBytes, command};
		},
	};
}

async function sizeOfTexts(folder: string): Promise<{readonly documents: number; readonly bytes: number}> {
	const texts = await readTexts(folder);
	return {documents: texts.length, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)};
}
