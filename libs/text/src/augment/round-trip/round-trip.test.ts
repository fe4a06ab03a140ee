import test from 'ava';
import fc from 'fast-check';
import type {TranslationBackend} from '../augmenter.ts';
import {cutText} from './cut-text.ts';
import {roundTrip} from './round-trip.ts';

/** Writes down what it is asked and marks what it translates. */
function noting(pairs?: readonly string[], samples = false) {
	const asked: {readonly texts: readonly string[]; readonly from: string; readonly to: string}[] = [];
	const backend: TranslationBackend = {
		name: 'noting',
		identity: 'noting 1',
		concurrency: 1,
		samples,
		...(pairs ? {pairs} : {}),
		call: ({texts, from, to}) => {
			asked.push({texts, from, to});
			return Promise.resolve({
				texts: texts.map((text) => ` ${text}<${to}> `),
				unknown: texts.map((text) => text.match(/zzz|Zqxaav/g) ?? []),
				usage: {requests: 1, inputTokens: texts.length, outputTokens: 1},
			});
		},
	};
	return {backend, asked};
}

const ask = (texts: readonly string[], attempt = 0) => ({
	texts,
	language: 'en',
	seeds: texts.map(() => 1),
	attempt,
});

test('translates sentence by sentence through a chain and back, and keeps white space', async (t) => {
	const {backend, asked} = noting();
	const {variants, origins, usage} = await roundTrip({backend, pivots: [['es', 'ca']]}).call(
		ask(['  One zzz Zqxaav. Two two!\n\n', '5\n', '']),
		{},
	);
	t.deepEqual(variants, [['  One zzz Zqxaav.<es> <ca> <en> Two two!<es> <ca> <en>\n\n'], ['5\n'], ['']]);
	t.deepEqual(origins, [
		[
			{
				via: 'es-ca',
				pivots: [
					' One zzz Zqxaav.<es> ',
					' Two two!<es> ',
					'  One zzz Zqxaav.<es> <ca> ',
					'  Two two!<es> <ca> ',
				],
				unknown: ['zzz', 'zzz', 'zzz'],
			},
		],
		[{via: 'es-ca', pivots: [], unknown: []}],
		[{via: 'es-ca', pivots: [], unknown: []}],
	]);
	t.deepEqual(
		asked.map(({from, to}) => `${from}-${to}`),
		['en-es', 'es-ca', 'ca-en'],
	);
	t.deepEqual(usage, {requests: 3, inputTokens: 6, outputTokens: 3});
});

test('takes one way an attempt, and again only with a backend that samples', async (t) => {
	for (const samples of [false, true]) {
		const {backend} = noting(undefined, samples);
		const augmenter = roundTrip({backend, pivots: ['es', 'eo'], split: 'texts'});
		const ways = [];
		for (let attempt = 0; attempt < 4; attempt++) {
			const {origins = [[]]} = await augmenter.call(ask(['One. Two.'], attempt), {});
			ways.push(origins[0]?.map(({via}) => via));
		}
		t.deepEqual(ways, samples ? [['es'], ['eo'], ['es'], ['eo']] : [['es'], ['eo'], [], []]);
	}
});

test('names the pairs that are lacking and those that are there', async (t) => {
	const {backend, asked} = noting(['es-en', 'en-es']);
	await t.throwsAsync(roundTrip({backend, pivots: ['fr']}).call(ask(['One']), {}), {
		code: 'usage',
		message: /expected the pairs en-fr, fr-en, found no en-fr, fr-en; it has en-es, es-en\./,
	});
	t.is(asked.length, 0);
	t.throws(() => roundTrip({backend, pivots: []}), {code: 'usage'});
	t.throws(() => roundTrip({backend, pivots: [[]]}), {code: 'usage'});
});

test('refuses a backend that answers for other texts', async (t) => {
	const {backend} = noting();
	const short = {...backend, call: () => Promise.resolve({texts: []})};
	await t.throwsAsync(roundTrip({backend: short, pivots: ['es']}).call(ask(['One']), {}), {code: 'accounts'});
});

test('gives a text the same variant whatever stands beside it', async (t) => {
	const {backend} = noting();
	const augmenter = roundTrip({backend, pivots: ['es']});
	const texts = ['A b c. D e f. Long sentence here.', 'x', 'Y z. 12. W'];
	const {variants} = await augmenter.call(ask(texts), {});
	for (const [index, text] of texts.entries())
		t.deepEqual((await augmenter.call(ask([text]), {})).variants[0], variants[index]);
});

test('the parts of a text are the text', (t) => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '\u00a0', '?')}), (text) => {
			for (const by of ['sentences', 'texts'] as const) {
				const {lead, parts} = cutText(text, 'en', by);
				t.is(lead + parts.map((part) => part.text + part.space).join(''), text);
			}
		}),
	);
});

test('a piece without a translation makes its variant none, and what each text took is summed', async (t) => {
	const usage = {requests: 1, inputTokens: 2, outputTokens: 1};
	const {backend} = noting();
	const lossy: TranslationBackend = {
		...backend,
		call: ({texts, to}) =>
			Promise.resolve({
				texts: texts.map((text) => (text === '' || text.includes('bad') ? '' : `${text} ${to}`)),
				faults: texts.map((text) => (text.includes('bad') ? {fault: 'refused'} : null)),
				usages: texts.map((text) => (text === '' ? null : usage)),
			}),
	};
	const {variants, origins, usages} = await roundTrip({backend: lossy, pivots: ['es']}).call(
		ask(['One bad. Two.', 'Three. Four.', '7']),
		{},
	);
	t.deepEqual(variants.flat(), [' Two. es en', 'Three. es en Four. es en', '7']);
	t.deepEqual(
		origins?.map(([origin]) => origin?.fault),
		['refused', undefined, undefined],
	);
	t.deepEqual(usages, [
		{requests: 3, inputTokens: 6, outputTokens: 3},
		{requests: 4, inputTokens: 8, outputTokens: 4},
		null,
	]);
});
