import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {MillraceError} from '@millrace/core';
import {augment} from '@millrace/stages';
import type {Augmenter} from '@millrace/text';
import {augmentTexts, stageTexts} from './augment-texts.ts';
import {augmenters} from './augmenters.ts';
import {decodeTexts, pipelineTexts} from './decode-texts.ts';
import {shortSentences} from './short-sentences.ts';
import {ticketSentences, ticketTexts} from './ticket-texts.ts';

// A piece of augmentation, timed: `node tools/bench/src/augmentation/work.ts <way> <what> --rows <n>` prints JSON.
const {positionals, values} = parseArgs({
	allowPositionals: true,
	options: {rows: {type: 'string', default: '10000'}},
});
const [way, what] = positionals;
const rows = Number(values.rows);
const root = resolve(import.meta.dirname, '../../../..');
/** Rows before those that are timed, until the compiler has seen enough. */
const warmUp = {alone: 5000, stage: 1000};

const ways: Readonly<Record<string, () => Promise<Measured>>> = {
	/** The augmenter by itself. */
	async alone() {
		const [by] = opened();
		const texts = ticketTexts(root).take(rows).toArray();
		if (!by) return {amount: 0, seconds: 0};
		await augmentTexts(by, ticketTexts(root).take(warmUp.alone));
		return timed(() => augmentTexts(by, texts));
	},
	/** The stage, gates included. */
	async stage() {
		const step = augment({by: opened()});
		const texts = ticketTexts(root).take(rows).toArray();
		await stageTexts(step, ticketTexts(root).take(warmUp.stage));
		return timed(() => stageTexts(step, texts));
	},
	/** The stage over texts that are made as they are needed, for the peak of its memory. */
	async memory() {
		const by = opened();
		const texts = slow.has(what ?? '') ? sentencesAgain() : ticketTexts(root);
		const measured = await timed(() => stageTexts(augment({by}), texts.take(rows)));
		await Promise.all(by.map(async (each) => each.close?.()));
		return measured;
	},
	/** A small Marian model over sentences. */
	async decode() {
		const texts = ticketSentences(root)
			.filter((text) => text.split(' ').length <= 12)
			.slice(0, rows);
		const run = await chosen('a way of decoding', what, {
			batched: () => decodeTexts(texts, 32),
			'one-by-one': () => decodeTexts(texts, 1),
			pipeline: () => pipelineTexts(texts),
		})();
		const {tokens, seconds} = await timed(run);
		return {amount: tokens(), seconds};
	},
};

/** They take short sentences, so that they come to an end. */
const slow = new Set(['apertium', 'marian']);

interface Measured {
	/** Rows, or tokens. */
	readonly amount: number;
	readonly seconds: number;
}

const {amount, seconds} = await chosen('a way', way, ways)();
process.stdout.write(`${JSON.stringify({amount, seconds})}\n`);

function opened(): readonly Augmenter[] {
	return chosen('an augmenter', what, augmenters)();
}

function* sentencesAgain(): Generator<string> {
	for (;;) yield* shortSentences();
}

/** Seconds are those of the processor, threads of the engine included, so that others on the machine count little. */
async function timed<Found extends {readonly rows: number}>(
	work: () => Promise<Found>,
): Promise<Found & Measured> {
	const before = process.cpuUsage();
	const found = await work();
	const {user, system} = process.cpuUsage(before);
	return {...found, amount: found.rows, seconds: (user + system) / 1e6};
}

function chosen<T>(kind: string, name: string | undefined, among: Readonly<Record<string, T>>): T {
	const found = Object.entries(among).find(([each]) => each === name);
	if (found) return found[1];
	throw new MillraceError(
		'usage',
		`bench: expected ${kind} of ${Object.keys(among).join(', ')}, found ${JSON.stringify(name)}.`,
	);
}
