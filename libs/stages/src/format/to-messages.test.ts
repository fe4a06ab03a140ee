import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {int32, pipeline, utf8, type AnyRow, type Reader} from '@millrace/core';
import {runStage, tempFolder, testStage} from '@millrace/testing';
import {promptTemplate} from '@millrace/text';
import test from 'ava';
import {toMessages} from './to-messages.ts';

const sort = promptTemplate({system: 'Sort.', user: '{body}', assistant: '{label}'});
const from = [
	{body: 'My card is lost', label: 'card-lost'},
	{body: 'Where is my refund?', label: 'refund'},
	{body: 'I lost my card', label: 'card-lost'},
	{body: '{label} stays {{as}} it is', label: 'odd'},
];
const rows = [
	...from,
	{body: 'MY CARD  is lost', label: 'card-lost'},
	{body: ' ', label: 'none'},
	{body: 'emoji 👩‍👧 and עברית', label: 'x'},
	{body: 'x'.repeat(50_000), label: 'long'},
];

testStage(test, 'to-messages', {stage: () => toMessages(sort), rows});
testStage(test, 'to-messages, random examples', {
	stage: () => toMessages(sort, {examples: {from, count: 2}}),
	rows,
});
testStage(test, 'to-messages, examples by label', {
	stage: () => toMessages(sort, {examples: {from, count: 2, choose: {byLabel: 'label'}}}),
	rows,
});
testStage(test, 'to-messages, examples by similarity', {
	stage: () => toMessages(sort, {examples: {from, count: 2, choose: {bySimilarity: 'body'}}}),
	rows,
});

const only = async (step: Parameters<typeof runStage>[0], row: AnyRow): Promise<AnyRow> =>
	(await runStage(step, [row])).rows[0]?.row ?? {};

test('adds the messages of its template, and that the answer is to be learnt', async (t) => {
	t.deepEqual(await only(toMessages(sort), {body: 'a', label: 'b'}), {
		body: 'a',
		label: 'b',
		messages: [
			{role: 'system', content: 'Sort.'},
			{role: 'user', content: 'a'},
			{role: 'assistant', content: 'b'},
		],
		train: [false, false, true],
	});
});

test('reads and writes columns of other names', async (t) => {
	const step = toMessages(sort, {columns: {body: 'text', messages: 'chat'}});
	const row = await only(step, {text: 'a', label: 'b'});
	t.deepEqual(Object.keys(row), ['text', 'label', 'chat', 'train']);
	t.is(JSON.stringify(row['chat']).includes('"a"'), true);
});

test('drops rows of which a turn is empty', async (t) => {
	const {drops} = await runStage(toMessages(sort), [
		{body: ' \n', label: 'b'},
		{body: 'a', label: ''},
		{body: 'a', label: 'b'},
	]);
	t.deepEqual(
		drops.map(({row, reason}) => [row, reason]),
		[
			[0, 'empty-turn'],
			[1, 'empty-turn'],
		],
	);
});

test('puts examples after the system turn, whose answers are not to be learnt', async (t) => {
	const step = toMessages(sort, {examples: {from, count: 1, choose: {bySimilarity: 'body'}}});
	const row = await only(step, {body: 'my REFUND?', label: 'refund'});
	t.deepEqual(row['messages'], [
		{role: 'system', content: 'Sort.'},
		{role: 'user', content: 'Where is my refund?'},
		{role: 'assistant', content: 'refund'},
		{role: 'user', content: 'my REFUND?'},
		{role: 'assistant', content: 'refund'},
	]);
	t.deepEqual(row['train'], [false, false, false, false, true]);
});

test('never shows a row itself, whatever its case and blanks', async (t) => {
	for (const choose of ['random', {byLabel: 'label'}, {bySimilarity: 'body'}] as const) {
		const step = toMessages(sort, {examples: {from, count: 3, choose}});
		const row = await only(step, {body: 'my card\tIS LOST ', label: 'stolen'});
		t.false(JSON.stringify(row['messages']).includes('"My card is lost"'));
	}
});

test('random examples follow the seed of the run and the row', async (t) => {
	const step = toMessages(sort, {examples: {from, count: 1}});
	const many = Array.from({length: 40}, () => ({body: 'x', label: 'y'}));
	const runs = await Promise.all([0, 0, 1].map(async (seed) => runStage(step, many, {seed})));
	t.deepEqual(runs[0], runs[1]);
	t.notDeepEqual(runs[0], runs[2]);
	t.true(new Set(runs[0]?.rows.map(({row}) => JSON.stringify(row['messages']))).size > 1);
});

test('a prompt without an answer takes its examples from a template with one', async (t) => {
	const ask = promptTemplate({user: '{body}'});
	const step = toMessages(ask, {examples: {from, count: 1, template: sort, choose: {bySimilarity: 'body'}}});
	const row = await only(step, {body: 'refund'});
	t.regex(
		JSON.stringify(row['messages']),
		/^\[\{"role":"user".*"role":"assistant".*"role":"user"[^[\]{}]*\}\]$/,
	);
});

test('examples come from a file too, and its content is what the fingerprint holds', (t) => {
	const jsonl = from.map((row) => `${JSON.stringify(row)}\n`).join('\n');
	const folder = tempFolder(t, {'a.jsonl': jsonl, 'b.json': JSON.stringify(from, null, 2)});
	const options = (given: typeof from | URL) =>
		JSON.stringify(toMessages(sort, {examples: {from: given}}).options);
	const file = (name: string) => pathToFileURL(join(folder, name));
	t.is(options(file('a.jsonl')), options(from));
	t.is(options(file('b.json')), options(from));
	t.false(options(from).includes('My card'));
	writeFileSync(join(folder, 'a.jsonl'), jsonl.replace('My card', 'Our card'));
	t.not(options(file('a.jsonl')), options(from));
});

test('a fingerprint holds the text of the template', (t) => {
	const options = (user: string) => JSON.stringify(toMessages(promptTemplate({user})).options);
	t.not(options('a'), options('b'));
});

function unread(): never {
	throw new Error('nothing to read');
}

const reader: Reader<{readonly body: string; readonly stars: number}> = {
	name: 'none',
	columns: {body: utf8, stars: int32},
	options: {},
	origin: {module: import.meta.url, functions: []},
	list: unread,
	check: unread,
	cut: unread,
	read: unread,
};

test('a placeholder that the compiler could not check is an error that names the nearest column', (t) => {
	const text: string = ['Sort', '{bdy} {stars}'].join(' ');
	t.throws(() => pipeline('tickets', reader).pipe(toMessages(promptTemplate({user: text}))), {
		code: 'schema',
		message: /column bdy \(utf8\) is missing, perhaps body was meant; column stars is int32, expected utf8/,
	});
});

const wrong = [
	{
		title: 'too few examples',
		make: () => toMessages(sort, {examples: {from, count: 5}}),
		message: /at least the 5 .* found 4/,
	},
	{
		title: 'examples without an answer',
		make: () => toMessages(promptTemplate({user: '{body}'}), {examples: {from}}),
		message: /template with an assistant turn/,
	},
	{
		title: 'a comparison of what is no placeholder',
		// @ts-expect-error TS2322: no such placeholder
		make: () => toMessages(sort, {examples: {from, choose: {bySimilarity: 'bdy'}}}),
		message: /bdy \(perhaps body was meant\); known are body, label/,
	},
	{
		title: 'examples that lack a column or hold another type',
		// @ts-expect-error TS2322: no label, and a number
		make: () => toMessages(sort, {examples: {from: [{body: 'a'}, {body: 1, label: 'b'}], count: 1}}),
		message: /example 1, column label: .*example 2, column body: /,
	},
	{
		title: 'examples with an empty turn',
		make: () => toMessages(sort, {examples: {from: [...from, {body: 'x', label: ' '}]}}),
		message: /found none in example 5/,
	},
	{
		title: 'a file that is gone',
		make: () => toMessages(sort, {examples: {from: new URL('gone.jsonl', import.meta.url)}}),
		message: /gone\.jsonl: expected a file of examples/,
	},
	{
		title: 'an unknown option of the examples',
		// @ts-expect-error TS2353: unknown option
		make: () => toMessages(sort, {examples: {from, cuont: 2}}),
		message: /cuont/,
	},
	{
		title: 'what is no template',
		// @ts-expect-error TS2345: turns alone
		make: () => toMessages({user: '{body}'}),
		message: /expected a template/,
	},
];

for (const {title, make, message} of wrong) {
	test(`${title} is an error that says so`, (t) => {
		t.throws(make, {message});
	});
}
