import {z} from 'zod';
import type {Bench} from '../bench.ts';
import {typed} from '../refresh-command.ts';
import {runChild} from '../run-child.ts';

/** A piece of augmentation that a process of its own does. */
export interface Piece {
	readonly work: string;
	readonly who: string;
	readonly unit: 'rows' | 'tokens';
	readonly run: () => Promise<Outcome>;
}

export interface Outcome {
	/** Rows or tokens. */
	readonly amount: number;
	readonly seconds: number;
	readonly command: string;
	readonly peakBytes?: number;
}

export const alone = 'Millrace, the augmenter alone';
export const stage = 'Millrace, the stage with its gates';

/** The augmenters by rules, with what the table calls them, whether they are aimed at, and the peers that do the like. */
export const rules = [
	{
		name: 'wordnet',
		work: 'WordNet synonyms',
		aimed: true,
		peer: {name: 'textaugment-wordnet', who: 'textaugment on NLTK'},
	},
	{name: 'eda', work: 'EDA: swap, delete', aimed: true, peer: {name: 'textaugment-eda', who: 'textaugment'}},
	{name: 'eda-synonyms', work: 'EDA: all four', aimed: true},
	{name: 'aeda', work: 'AEDA', aimed: true, peer: {name: 'textaugment-aeda', who: 'textaugment'}},
	{name: 'keyboard', work: 'keyboard noise', aimed: true, peer: {name: 'nlpaug-keyboard', who: 'nlpaug'}},
	{name: 'ocr', work: 'OCR noise', aimed: true, peer: {name: 'nlpaug-ocr', who: 'nlpaug'}},
	{name: 'rewrites', work: 'syntactic rewrites', aimed: false},
] as const;

/** Workers whose memory is measured over a tenth of the rows and over all. */
export const workers = [
	{name: 'wordnet-eda', work: 'memory: WordNet and EDA', share: 1},
	{name: 'apertium', work: 'memory: Apertium, through Spanish', share: 0.1},
	{name: 'marian', work: 'memory: Marian, through Spanish', share: 0.1},
] as const;

export const decoders = [
	{name: 'batched', who: 'Millrace, batches of 32'},
	{name: 'one-by-one', who: 'Millrace, one by one'},
	{name: 'pipeline', who: 'transformers.js, one by one'},
] as const;

export const decoding = 'Marian, greedy';
export const heapMiB = 256;

const told = z.object({amount: z.number(), seconds: z.number()});

/** A piece that this repository does; with `peak` it is asked for its memory, under a cap of the heap. */
export function ownPiece(
	bench: Bench,
	{
		work,
		who,
		unit = 'rows',
		given,
		rows,
		peak = false,
	}: {
		readonly work: string;
		readonly who: string;
		readonly unit?: Piece['unit'];
		readonly given: readonly string[];
		readonly rows: number;
		readonly peak?: boolean;
	},
): Piece {
	const command = [
		process.execPath,
		'tools/bench/src/augmentation/work.ts',
		...given,
		'--rows',
		String(rows),
	];
	return piece(bench, {work, who, unit}, command, peak);
}

/** A piece of a peer, in Python. */
export const peerPiece = (
	bench: Bench,
	names: Pick<Piece, 'work' | 'who'>,
	command: readonly string[],
): Piece => piece(bench, {...names, unit: 'rows'}, command, false);

function piece(bench: Bench, names: Omit<Piece, 'run'>, command: readonly string[], peak: boolean): Piece {
	const shown = `${peak ? `NODE_OPTIONS="--max-old-space-size=${heapMiB} --max-semi-space-size=8" ` : ''}${typed(command)}`;
	return {
		...names,
		async run() {
			bench.tell(shown);
			const {stdout, peakBytes} = await runChild(command, {
				cwd: bench.root,
				...(peak ? {peak, heapMiB} : {}),
			});
			return {
				...told.parse(JSON.parse(stdout)),
				command: shown,
				...(peakBytes === undefined ? {} : {peakBytes}),
			};
		},
	};
}
