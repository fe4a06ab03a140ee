import {utf8} from '@millrace/core';
import {runStage, testStage} from '@millrace/testing';
import type {ChatRequest} from '@millrace/text';
import test from 'ava';
import {acceptedSynthesis} from './accepted-synthesis.ts';
import {generateQuestions} from './generate-questions.ts';
import {pairWriter, scriptedModel} from './synthesis/scripted-model.ts';

const text =
	'Cards are sent within five days. Lost cards must be blocked at once. Fees for transfers abroad are two euros';
const rows = [
	{text, split: 'train'},
	{text: 'Noise', split: 'train'},
	{text, split: 'test'},
];

testStage(test, 'generate-questions', {
	stage: () =>
		generateQuestions({
			backend: pairWriter,
			n: 2,
			reads: {split: utf8},
			when: ({split}) => split === 'train',
		}),
	rows,
});

test('yields each document and its pairs with their lineage', async (t) => {
	const run = await runStage(generateQuestions({backend: pairWriter, n: 2}), rows.slice(0, 1));
	const [original, ...pairs] = run.rows.map(({row}) => row);
	t.like(original, {
		verdict: 'original',
		augmented: false,
		instruction: null,
		parent_id: null,
		variants_missing: 0,
	});
	t.is(pairs.filter(({verdict}) => verdict === 'accepted').length, 2);
	for (const pair of pairs) {
		t.is(pair['parent_id'], original?.['group_id']);
		t.is(pair['group_id'], original?.['group_id']);
		t.is(pair['augmenter'], 'generate-questions');
		t.is(pair['text'], text);
	}
});

test('keeps answers that cannot be read as rejected pairs, and asks again', async (t) => {
	const run = await runStage(generateQuestions({backend: pairWriter, attempts: 2}), [{text: 'Noise'}]);
	t.deepEqual(
		run.rows.map(({row}) => [row['verdict'], row['attempt'], row['response']]),
		[
			['original', null, null],
			['bad-json', 0, 'I cannot do that'],
			['bad-json', 1, 'I cannot do that'],
		],
	);
	t.is(run.rows[0]?.row['variants_missing'], 3);
	const kept = await runStage(
		acceptedSynthesis({originals: 'drop'}),
		run.rows.map(({row}) => row),
	);
	t.deepEqual(
		kept.drops.map(({reason}) => reason),
		['original', 'bad-json', 'bad-json'],
	);
});

const seed = {instruction: 'How long does it take to send a card?', response: 'Five days.'};
const verdicts = [
	{
		verdict: 'near-seed',
		pair: {instruction: 'How long does it take to send the card?', response: 'Five days.'},
	},
	{
		verdict: 'not-grounded',
		pair: {instruction: 'When is the moon full?', response: 'Tomorrow at midnight, astronomers expect.'},
	},
	{verdict: 'too-short', pair: {instruction: 'Cards?', response: 'Within five days.'}},
	{verdict: 'too-long', pair: {instruction: 'why '.repeat(200), response: 'Within five days.'}},
	{
		verdict: 'accepted',
		pair: {
			instruction: 'What must I do with cards that are lost?',
			response: 'They must be blocked at once.',
		},
	},
];

for (const {verdict, pair} of verdicts) {
	test(`judges a pair as ${verdict}`, async (t) => {
		const backend = scriptedModel(() => JSON.stringify({pairs: [pair]}));
		const run = await runStage(generateQuestions({backend, seeds: [seed], attempts: 1, n: 1}), [{text}]);
		t.is(run.rows[1]?.row['verdict'], verdict);
	});
}

test('pairs of one row differ from each other', async (t) => {
	const pair = {instruction: 'What must I do with lost cards?', response: 'They must be blocked at once.'};
	const backend = scriptedModel(() => JSON.stringify({pairs: [pair, pair]}));
	const run = await runStage(generateQuestions({backend, attempts: 1}), [{text}]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'accepted', 'near-variant'],
	);
});

test('shows six seeds and two generated pairs, a persona and attributes, drawn by the seed of the row', async (t) => {
	const requests: ChatRequest[] = [];
	const backend = scriptedModel((_, request) => {
		requests.push(request);
		return '{}';
	});
	const pairs = (name: string) =>
		Array.from({length: 9}, (_, index) => ({instruction: `${name} ${index}`, response: 'x'}));
	const stage = generateQuestions({
		backend,
		attempts: 1,
		seeds: pairs('seed'),
		generated: pairs('earlier'),
		personas: ['a student', 'a shopkeeper'],
		attributes: {tone: ['angry', 'calm'], length: ['short']},
	});
	const run = await runStage(stage, [{text}, {text}]);
	for (const {messages} of requests) {
		const asked = messages.at(-1)?.content ?? '';
		t.is(new Set(asked.match(/seed \d/g)).size, 6);
		t.is(new Set(asked.match(/earlier \d/g)).size, 2);
		t.regex(
			asked,
			/The user is: a (?:student|shopkeeper)\nThe pairs have: length: short; tone: (?:angry|calm)\n/,
		);
	}
	t.regex(String(run.rows[1]?.row['via']), /^a (?:student|shopkeeper); length: short; tone:/);
});

test('a row for which the backend fails goes on, with the failure as a rejected pair', async (t) => {
	const backend = scriptedModel((asked) => {
		if (asked.includes('bad')) throw new Error('no such thing');
		return '{}';
	});
	const run = await runStage(generateQuestions({backend, attempts: 1}), [{text: 'bad'}, {text: 'good'}]);
	t.deepEqual(run.quarantines, []);
	t.deepEqual(
		run.rows.map(({row}) => [row['verdict'], row['via']]),
		[
			['original', null],
			['failed', 'no such thing'],
			['original', null],
			['bad-shape', null],
		],
	);
});

test('what a call took stands at its first pair, or at what could not be read', async (t) => {
	const tokens = {prompt: 50, completion: 20};
	const backend = scriptedModel((asked) => ({
		text: asked.includes('bad') ? 'no' : JSON.stringify({pairs: Array.from({length: 2}, () => written)}),
		finish: 'stop',
		tokens,
	}));
	const written = {instruction: 'Say what the good text says.', response: 'good'};
	const run = await runStage(generateQuestions({backend, attempts: 1}), [{text: 'bad'}, {text: 'good'}]);
	const usage = {requests: 1, prompt_tokens: 50, completion_tokens: 20};
	t.deepEqual(
		run.rows.map(({row}) => row['usage']),
		[null, usage, null, usage, null],
	);
});
