import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {canonicalJson, utf8} from '@millrace/core';
import {trainClassifier, trainLanguageModel} from '@millrace/probes';
import {runStage, tempFolder} from '@millrace/testing';
import {evaluationSet, type Augmenter, type EmbeddingBackend} from '@millrace/text';
import test from 'ava';
import {augment} from '../../augment.ts';
import {contamination} from './contamination.ts';
import {fluency} from './fluency.ts';
import {labelKept} from './label-kept.ts';
import {nearestCentroid} from './nearest-centroid.ts';
import {similarity} from './similarity.ts';

const examples = [
	...['My card was stolen', 'I lost my card', 'Someone took my card', 'The card is gone'].map((text) => ({
		text,
		label: 'card',
	})),
	...[
		'The transfer is late',
		'My transfer did not arrive',
		'Where is my transfer',
		'A transfer is missing',
	].map((text) => ({text, label: 'transfer'})),
];

/** Gives the same variants of every text. */
const saying = (...variants: readonly string[]): Augmenter => ({
	name: 'saying',
	identity: ['saying', ...variants],
	concurrency: 1,
	call: ({texts, attempt}) => Promise.resolve({variants: texts.map(() => (attempt === 0 ? variants : []))}),
});

const open = {
	minChrf: null,
	minLengthRatio: null,
	maxLengthRatio: null,
	maxNegation: null,
	maxModality: null,
};
const candidate = (variant: string, label: string) => ({original: 'I lost my card', variant, row: {label}});

test('a variant of another label is rejected, by classifier and by centre', async (t) => {
	const classifier = await trainClassifier(examples, {minRows: 1});
	for (const [judges, reason] of [
		[{label: labelKept({classifier})}, 'label-lost'],
		[{centroid: nearestCentroid({examples})}, 'other-centroid'],
	] as const) {
		const stage = augment({
			by: saying('Where did my transfer go', 'They stole my card'),
			n: 2,
			judges,
			gates: open,
			reads: {label: utf8},
		});
		const run = await runStage(stage, [{text: 'I lost my card', label: 'card'}]);
		t.deepEqual(
			run.rows.map(({row}) => row['verdict']),
			['original', reason, 'accepted'],
		);
	}
});

test('labels that are not known are not judged', async (t) => {
	const classifier = await trainClassifier(examples, {minRows: 1});
	const unknown = [candidate('anything', 'other')];
	t.deepEqual(await labelKept({classifier}).judge(unknown), [null]);
	t.deepEqual(await nearestCentroid({examples}).judge([...unknown, candidate('xyzzy', 'card')]), [
		null,
		null,
	]);
});

test('fluency is that of the original for the original, and worse for its words in disorder', async (t) => {
	const model = await trainLanguageModel(examples.map(({text}) => text));
	const [same, disorder] = await fluency({model}).judge([
		candidate('I lost my card', 'card'),
		candidate('card lost I my', 'card'),
	]);
	t.is(same, 1);
	t.true(Number(disorder) > 1.5);
});

const letters: EmbeddingBackend = {
	name: 'letters',
	identity: 'letters',
	concurrency: 1,
	call: ({texts}) =>
		Promise.resolve({
			vectors: texts.map((text) => Array.from('abcdefgh', (letter) => text.split(letter).length - 1)),
		}),
};

test('similarity is the cosine of embeddings, null for an empty one', async (t) => {
	const scores = await similarity({backend: letters}).judge([
		{original: 'abc', variant: 'cba', row: {}},
		{original: 'ab', variant: 'gh', row: {}},
		{original: 'a', variant: 'ab', row: {}},
		{original: 'a', variant: 'zzz', row: {}},
	]);
	t.deepEqual(
		scores.map((score) => (score === null ? null : Math.round(score * 1000) / 1000)),
		[1, 0, 0.707, null],
	);
	await t.throwsAsync(
		async () =>
			similarity({backend: {...letters, call: () => Promise.resolve({vectors: []})}}).judge([
				candidate('a', 'b'),
			]),
		{code: 'accounts'},
	);
});

test('an original is embedded once for all attempts at its row, and variants all at once', async (t) => {
	const calls: (readonly string[])[] = [];
	const backend: EmbeddingBackend = {
		...letters,
		call(request, options) {
			calls.push(request.texts);
			return letters.call(request, options);
		},
	};
	const by: Augmenter = {
		...saying(),
		call: ({texts, attempt}) =>
			Promise.resolve({variants: texts.map((text) => [`${text} ${'xyz'.charAt(attempt)}g`])}),
	};
	const stage = augment({by, n: 2, attempts: 3, judges: {similarity: similarity({backend})}, gates: open});
	const run = await runStage(stage, [{text: 'abcdef'}, {text: 'a'}]);
	t.deepEqual(calls, [['a', 'a xg', 'abcdef', 'abcdef xg'], ['a yg', 'abcdef yg'], ['a zg']]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'accepted', 'accepted', 'original', 'meaning-lost', 'meaning-lost', 'meaning-lost'],
	);
});

test('a variant that runs into an evaluation is rejected', async (t) => {
	const file = join(tempFolder(t), 'test.jsonl');
	const item = 'Which papers do I need to open a joint account for two people?';
	writeFileSync(file, JSON.stringify({text: item}));
	const judges = {contamination: contamination({against: [evaluationSet({name: 'held out', file})]})};
	const stage = augment({
		by: saying(`Hello. ${item}`, 'Tell me what you ask for before we both get one account.'),
		n: 2,
		judges,
		gates: open,
	});
	const run = await runStage(stage, [{text: 'What do you need for an account of two?'}]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'contaminated', 'accepted'],
	);
});

test('identities follow what judges were made of', async (t) => {
	const models = await Promise.all(
		[examples, examples.slice(1)].map((some) => trainClassifier(some, {minRows: 1})),
	);
	const languages = await Promise.all(
		[examples, examples.slice(1)].map((some) => trainLanguageModel(some.map(({text}) => text))),
	);
	const identities = [
		...models.map((classifier) => labelKept({classifier}).identity),
		...languages.map((model) => fluency({model}).identity),
		nearestCentroid({examples}).identity,
		nearestCentroid({examples: examples.slice(1)}).identity,
		similarity({backend: letters}).identity,
	].map(canonicalJson);
	t.is(new Set(identities).size, identities.length);
});
