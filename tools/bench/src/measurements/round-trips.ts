import {apertium, installedPairs} from '@millrace/backends';
import {roundTrip, type Augmenter} from '@millrace/text';
import PQueue from 'p-queue';
import {shortSentences} from '../augmentation/short-sentences.ts';
import type {Bench} from '../bench.ts';
import {figure} from '../figure.ts';
import type {Aim, Row, Section} from '../section.ts';
import {median} from '../stats.ts';

const command = 'npm run bench -- --only round-trips';
const all = ['es', 'eo', 'ca'];

/** Round trips a second through Apertium, by each pivot that is installed, streamed against one text at a time. */
export async function roundTrips({runs, tell}: Bench, pivots: readonly string[] = all): Promise<Section> {
	const texts = shortSentences();
	const rows: Row[] = [];
	const measured = new Map<string, number>();
	const has = new Set(installedPairs().map(({pair}) => pair));
	for (const pivot of pivots.filter((one) => has.has(`en-${one}`) && has.has(`${one}-en`))) {
		tell(`${command} (${pivot})`);
		const backend = apertium({pairs: [`en-${pivot}`, `${pivot}-en`]});
		const augmenter = roundTrip({backend, pivots: [pivot]});
		// The first texts open the processes and meet the words that the tagger does not know.
		await travel(augmenter, texts, 64);
		const streamed: number[] = [];
		const single: number[] = [];
		for (let run = 0; run < runs; run++) {
			streamed.push(await travel(augmenter, texts, 64, backend.concurrency));
			single.push(await travel(augmenter, texts.slice(0, 200), 1));
		}
		await backend.close?.();
		measured.set(pivot, median(streamed));
		rows.push({
			cells: [
				pivot,
				figure(median(streamed)),
				figure(median(single)),
				figure(median(streamed) / median(single)),
			],
			command,
		});
	}
	if (rows.length === 0) rows.push({cells: ['none: Apertium is not installed', '-', '-', '-'], command: ''});
	const best = measured.get('es');
	const aim: Aim = {
		name: 'round trips through Spanish, streamed',
		target: 350,
		good: 'least',
		unit: 'texts a second',
		...(best === undefined ? {why: whyNot(has)} : {measured: best}),
	};
	return {
		title: 'Back-translation by Apertium',
		about: `${texts.length} sentences of ten words on average, in calls of 64, four at once as a run makes them, and one at a time, there and back, processes opened before; median of ${runs}.`,
		headers: ['pivot', 'streamed, texts/s', 'one at a time, texts/s', 'times faster'],
		rows,
		aims: [aim],
	};
}

const whyNot = (installed: ReadonlySet<string>): string =>
	installed.has('en-es') && installed.has('es-en')
		? 'other pivots were asked for'
		: 'Apertium is not installed; millrace doctor says how';

/** Texts a second, in calls of so many, so many of them under way at once. */
async function travel(
	augmenter: Augmenter,
	texts: readonly string[],
	size: number,
	atOnce = 1,
): Promise<number> {
	const begin = performance.now();
	const starts = Array.from({length: Math.ceil(texts.length / size)}, (_, call) => call * size);
	await new PQueue({concurrency: atOnce}).addAll(
		starts.map((from) => async () => {
			const part = texts.slice(from, from + size);
			await augmenter.call({texts: part, language: 'en', seeds: part.map(() => 0), attempt: 0}, {});
		}),
	);
	return (1000 * texts.length) / (performance.now() - begin);
}
