import {installedPairs} from '@millrace/backends';
import {peers} from '../augmentation/peers.ts';
import {
	alone,
	decoders,
	decoding,
	heapMiB,
	ownPiece,
	rules,
	stage,
	workers,
	type Outcome,
	type Piece,
} from '../augmentation/pieces.ts';
import {figure, megabytes} from '../figure.ts';
import type {Bench} from '../bench.ts';
import type {Aim, Section} from '../section.ts';
import {median} from '../stats.ts';
import {roundTrips} from './round-trips.ts';

/**
 * Augmentation: rules alone and with their gates beside peers, batched decoding, the memory of a worker, round trips by Apertium.
 * Downloads peers of Python when first run, which tests never do.
 */
export const augmentation = async (bench: Bench): Promise<Section> =>
	augmentationBeside(bench, await peers(bench, Math.ceil(sizes(bench).rows / 3)));

/** What of it is measured; all unless given. */
export interface Parts {
	readonly rules: readonly (typeof rules)[number][];
	readonly workers: readonly (typeof workers)[number][];
	/** Of the round trips; all that are installed unless given. */
	readonly pivots?: readonly string[];
}

/** Augmentation beside peers that were made ready, or beside none. */
export async function augmentationBeside(
	bench: Bench,
	others: readonly Piece[],
	parts: Parts = {rules, workers},
): Promise<Section> {
	const {rows, memory, sentences} = sizes(bench);
	const measured = [...speeds(bench, parts.rules, rows, sentences), ...others].map((piece) => ({
		piece,
		outcomes: new Array<Outcome>(),
	}));
	// In turns, so that a machine that slows down slows all of them.
	for (let run = 0; run < bench.runs; run++)
		for (const {piece, outcomes} of measured) outcomes.push(await piece.run());
	const found = measured.map(({piece, outcomes}) => foundOf(piece, outcomes));
	const remembered: {readonly work: string; readonly ratio: number}[] = [];
	for (const worker of parts.workers) {
		if (worker.name === 'apertium' && !hasApertium()) continue;
		const [tenth, whole] = [0.1, 1].map((share) => Math.max(1, Math.round(memory * worker.share * share)));
		const pair: Found[] = [];
		for (const count of [tenth ?? 1, whole ?? 1]) {
			const piece = ownPiece(bench, {
				work: worker.work,
				who: `Millrace, ${figure(count)} rows`,
				given: ['memory', worker.name],
				rows: count,
				peak: true,
			});
			pair.push(foundOf(piece, [await piece.run()]));
		}
		remembered.push({work: worker.work, ratio: (pair[1]?.peak ?? NaN) / (pair[0]?.peak ?? NaN)});
		found.push(...pair);
	}
	const travelled = await roundTrips(bench, parts.pivots);
	return {
		title: 'Augmentation',
		about: `Texts like support tickets, each of sentences of several; median of ${bench.runs}. Rows and tokens go by seconds of the processor, without what loads once; the stage masks protected spans, asks for one accepted variant up to three times and scores every gate. Memory is the peak of a process that augments texts as they come, its heap capped at ${heapMiB} MiB. Marian is the model of the tests, over ticket sentences of at most twelve words; its memory and Apertium's are of short sentences. Round trips by Apertium go by the clock: ${travelled.about}`,
		headers: ['work', 'who', 'amount', 'seconds', 'a second', 'peak MB'],
		rows: [
			...found.map(({work, who, unit, amount, seconds, peak, command}) => ({
				cells: [
					work,
					who,
					`${figure(amount)} ${unit}`,
					figure(seconds),
					figure(amount / seconds),
					Number.isNaN(peak) ? '-' : megabytes(peak),
				],
				command,
			})),
			...travelled.rows.flatMap(({cells: [pivot = '', streamed = '', single = ''], command}) => [
				{
					cells: [`Apertium, through ${pivot}`, 'Millrace, streamed', '256 texts', '-', streamed, '-'],
					command,
				},
				{
					cells: [`Apertium, through ${pivot}`, 'Millrace, one by one', '200 texts', '-', single, '-'],
					command,
				},
			]),
		],
		aims: [
			...parts.rules
				.filter(({aimed}) => aimed)
				.flatMap(({work}) => [alone, stage].map((who) => rateAim(found, work, who))),
			...decoders.slice(1).map(({who}) => ({
				name: `tokens a second of ${decoding}, in batches beside ${who}`,
				target: 1.5,
				good: 'least' as const,
				unit: 'times',
				measured: rate(found, decoding, decoders[0].who) / rate(found, decoding, who),
			})),
			...remembered.map(({work, ratio}) => ({
				name: `${work}, ten times the rows`,
				target: 1.1,
				good: 'most' as const,
				unit: 'times',
				measured: ratio,
			})),
			...travelled.aims,
		],
	};
}

/** How much there is to do, by the size of the benchmark: 30,000 rows and 100,000 for memory, unless it is a quick one. */
function sizes({small}: Bench): {readonly rows: number; readonly memory: number; readonly sentences: number} {
	const memory = Math.ceil(small / 2000);
	return {rows: Math.ceil(memory * 0.3), memory, sentences: Math.min(600, Math.ceil(memory / 20))};
}

function speeds(bench: Bench, chosen: Parts['rules'], rows: number, sentences: number): readonly Piece[] {
	return [
		...chosen.flatMap(({name, work}) => [
			ownPiece(bench, {work, who: alone, given: ['alone', name], rows}),
			ownPiece(bench, {work, who: stage, given: ['stage', name], rows}),
		]),
		...decoders.map(({name, who}) =>
			ownPiece(bench, {work: decoding, who, unit: 'tokens', given: ['decode', name], rows: sentences}),
		),
	];
}

interface Found extends Omit<Piece, 'run'> {
	readonly amount: number;
	readonly seconds: number;
	/** NaN where it was not asked. */
	readonly peak: number;
	readonly command: string;
}

function foundOf({work, who, unit}: Piece, outcomes: readonly Outcome[]): Found {
	const [{amount, command} = {amount: 0, command: ''}] = outcomes;
	const seconds = median(outcomes.map((outcome) => outcome.seconds));
	const peak = median(outcomes.map(({peakBytes}) => peakBytes ?? NaN));
	return {work, who, unit, amount, seconds, peak, command};
}

function rate(found: readonly Found[], work: string, who: string): number {
	const each = found.find((one) => one.work === work && one.who === who);
	return each ? each.amount / each.seconds : NaN;
}

const rateAim = (found: readonly Found[], work: string, who: string): Aim => ({
	name: `${work}, ${who}`,
	target: 50_000,
	good: 'least',
	unit: 'rows a second',
	measured: rate(found, work, who),
});

function hasApertium(): boolean {
	const pairs = new Set(installedPairs().map(({pair}) => pair));
	return pairs.has('en-es') && pairs.has('es-en');
}
