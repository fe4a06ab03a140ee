import {utf8} from '@millrace/core';
import {runStage, testStage} from '@millrace/testing';
import type {ChatBackend, ChatResponse} from '@millrace/text';
import test from 'ava';
import {complete} from './complete.ts';

/** A model without weights: it repeats the last message and the seed, and ends as the message asks. */
const parrot: ChatBackend = {
	name: 'parrot',
	identity: 'parrot 1',
	concurrency: 3,
	async call({messages, seed = 0, maxTokens = 100}) {
		const said = messages.at(-1)?.content ?? '';
		if (said.includes('fail')) throw new Error('the model fell over');
		const finish: ChatResponse['finish'] = said.includes('withhold')
			? 'filter'
			: said.length > maxTokens
				? 'length'
				: 'stop';
		return Promise.resolve({text: said === '' ? ' ' : `${said.slice(0, maxTokens)} ${seed}`, finish});
	},
};

testStage(test, 'complete', {
	stage: () => complete({backend: parrot, prompt: ({text}) => text, maxTokens: 9}),
	rows: [{text: 'a'}, {text: 'fail'}, {text: 'withhold'}, {text: 'long enough'}, {text: ''}],
});

test('adds the answer to a prompt made of the columns that it reads', async (t) => {
	const stage = complete({
		backend: parrot,
		reads: {name: utf8, place: utf8},
		prompt: ({name, place}) => [
			{role: 'system', content: 'x'},
			{role: 'user', content: `${name} of ${place}`},
		],
		into: 'said',
	});
	const {rows} = await runStage(stage, [{name: 'Ada', place: 'London'}]);
	t.regex(String(rows[0]?.row['said']), /^Ada of London \d+$/);
	t.deepEqual(Object.keys(stage.adds), ['said']);
});

test('drops what was withheld, cut or empty, and quarantines what failed', async (t) => {
	const {rows, drops, quarantines} = await runStage(
		complete({backend: parrot, prompt: ({text}) => text, maxTokens: 9}),
		['ok', 'withhold', 'far too long', '', 'fail'].map((text) => ({text})),
	);
	t.is(rows.length, 1);
	t.deepEqual(
		drops.map(({row, reason}) => [row, reason]),
		[
			[1, 'filtered'],
			[2, 'truncated'],
			[3, 'empty-answer'],
		],
	);
	t.deepEqual(quarantines, [{row: 4, error: 'the model fell over'}]);
});

test('keeps cut answers where asked', async (t) => {
	const {rows} = await runStage(
		complete({backend: parrot, prompt: ({text}) => text, maxTokens: 3, truncated: 'keep'}),
		[{text: 'far too long'}],
	);
	t.regex(String(rows[0]?.row['completion']), /^far \d+$/);
});

test('holds the identity of its model and the source of its prompt in its options', (t) => {
	const options = JSON.stringify(complete({backend: parrot, prompt: ({text}) => `Say ${text}`}).options);
	t.true(options.includes('parrot 1') && options.includes('Say ${text}'));
});

test('keeps its model busy with batches that wait in a bounded queue', (t) => {
	const {body} = complete({backend: {...parrot, concurrency: 100}, prompt: ({text}) => text});
	t.deepEqual(body.kind === 'stage' ? body.queue : undefined, {batchRows: 16, concurrency: 13});
});
