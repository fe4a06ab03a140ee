import {apertium, installedPairs} from '@millrace/backends';
import {roundTrip, type Augmenter} from '@millrace/text';
import type {Bench} from '../bench.ts';
import {figure} from '../figure.ts';
import type {Aim, Row, Section} from '../section.ts';
import {median} from '../stats.ts';

const command = 'npm run bench -- --only round-trips';
const pivots = ['es', 'eo', 'ca'];

/** Round trips a second through Apertium, streamed against one text at a time. */
export async function roundTrips({runs, tell}: Bench): Promise<Section> {
	const texts = sentences();
	const rows: Row[] = [];
	const measured = new Map<string, number>();
	const has = new Set(installedPairs().map(({pair}) => pair));
	for (const pivot of pivots.filter((one) => has.has(`en-${one}`) && has.has(`${one}-en`))) {
		tell(`${command} (${pivot})`);
		const backend = apertium({pairs: [`en-${pivot}`, `${pivot}-en`]});
		const augmenter = roundTrip({backend, pivots: [pivot]});
		// The first texts open the processes and meet the words that the tagger does not know.
		await travel(augmenter, texts, 256);
		const streamed: number[] = [];
		const single: number[] = [];
		for (let run = 0; run < runs; run++) {
			streamed.push(await travel(augmenter, texts, 256));
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
		...(best === undefined ? {why: 'Apertium is not installed; millrace doctor says how'} : {measured: best}),
	};
	return {
		title: 'Back-translation by Apertium',
		about: `${texts.length} sentences of ten words on average, in calls of 256 and one at a time, there and back, processes opened before; median of ${runs}.`,
		headers: ['pivot', 'streamed, texts/s', 'one at a time, texts/s', 'times faster'],
		rows,
		aims: [aim],
	};
}

/** Texts a second. */
async function travel(augmenter: Augmenter, texts: readonly string[], size: number): Promise<number> {
	const begin = performance.now();
	for (let from = 0; from < texts.length; from += size) {
		const part = texts.slice(from, from + size);
		await augmenter.call({texts: part, language: 'en', seeds: part.map(() => 0), attempt: 0}, {});
	}
	return (1000 * texts.length) / (performance.now() - begin);
}

/** Every beginning with every end. */
export function sentences(): readonly string[] {
	return BEGINNINGS.flatMap((beginning) => ENDS.map((end) => `${beginning} ${end}`));
}

const BEGINNINGS = [
	'My card was charged twice',
	'I could not open the account',
	'The new phone does not work',
	'Nobody answered my question',
	'The transfer has been pending',
	'She wants to change her address',
	'We never received the package',
	'The app closes by itself',
	'I forgot the number of my card',
	'They refused to pay the bill',
	'The page shows an error',
	'My friend sent me some money',
	'The price is too high',
	'I would like to speak to a person',
	'The invoice is wrong',
	'He lost his passport',
];

const ENDS = [
	'since yesterday morning.',
	'after the last update.',
	'and I need help today.',
	'because the system was down.',
	'when I was abroad.',
	'although I had paid before.',
	'and this is not the first time.',
	'so please tell me what to do.',
	'for more than two weeks.',
	'before the shop closed.',
	'and the reason is not clear.',
	'while I was waiting in the shop.',
	'but your letter says something else.',
	'without any warning.',
	'as you can see in the list.',
	'and my family is worried.',
];
