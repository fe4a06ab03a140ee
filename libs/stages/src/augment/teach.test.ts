import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {scriptedModel} from './synthesis/scripted-model.ts';
import {teach} from './teach.ts';

const labels = ['card', 'fee'] as const;
const teacher = scriptedModel((asked) =>
	asked.includes('?')
		? 'no idea'
		: JSON.stringify({rationale: 'It names one.', label: asked.includes('card') ? 'card' : 'fee'}),
);

testStage(test, 'teach', {
	stage: () => teach({backend: teacher, labels}),
	rows: [{text: 'My card is lost.'}, {text: 'Too much to pay.'}, {text: 'What?'}],
});

test('adds the label and the rationale, and drops what cannot be read after so many attempts', async (t) => {
	let calls = 0;
	const backend = scriptedModel((asked) => {
		calls++;
		return asked.includes('?') ? 'no idea' : '{"rationale": "It names one.", "label": "card"}';
	});
	const run = await runStage(teach({backend, labels, attempts: 2}), [{text: 'My card.'}, {text: 'What?'}]);
	t.like(run.rows[0]?.row, {
		teacher_label: 'card',
		teacher_rationale: 'It names one.',
		teacher_confidence: null,
	});
	t.deepEqual(
		run.drops.map(({row, reason}) => [row, reason]),
		[[1, 'bad-json']],
	);
	t.is(calls, 3);
});

test('drops a label that is none of those', async (t) => {
	const backend = scriptedModel(() => '{"label": "other"}');
	const run = await runStage(teach({backend, labels, rationale: false}), [{text: 'x'}]);
	t.is(run.drops[0]?.reason, 'bad-shape');
});

test('gives the probability of the tokens that spell the label', async (t) => {
	const tokens = ['{"label', '": "', 'ca', 'rd', '"}'];
	const backend = scriptedModel((_, {logprobs}) => ({
		text: tokens.join(''),
		finish: 'stop',
		...(logprobs ? {logprobs: tokens.map((token, index) => ({token, logprob: -index / 10, top: []}))} : {}),
	}));
	const run = await runStage(teach({backend, labels, rationale: false, logprobs: true}), [{text: 'x'}]);
	t.like(run.rows[0]?.row, {teacher_tokens: tokens, teacher_rationale: null});
	t.true(Math.abs(Number(run.rows[0]?.row['teacher_confidence']) - Math.exp(-0.5)) < 1e-9);
});
