import {pseudonymKey} from '@millrace/text';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {redact} from './redact.ts';

process.env['MILLRACE_TEST_KEY'] = 'c0ffee11c0ffee22c0ffee33c0ffee44';
const key = pseudonymKey({env: 'MILLRACE_TEST_KEY'});
const rows = [
	{text: 'Nothing here.'},
	{text: ''},
	{text: 'Write to anna@example.net or call +44 7700 900871.'},
	{text: '\u{1f600} card 4111 1111 1111 1111, IBAN DE89370400440532013000'},
	{text: 'Yours, Anna Keller'},
];

testStage(test, 'redact, mask', {stage: () => redact(), rows});
testStage(test, 'redact, all actions', {
	stage: () =>
		redact({
			action: 'pseudonymise',
			key,
			actions: {card: 'drop', phone: 'tag', name: 'pseudonymise', iban: 'keep'},
		}),
	rows,
});
testStage(test, 'redact, messages', {
	stage: () => redact({messages: true}),
	rows: rows.map(({text}) => ({
		messages: [
			{role: 'user', content: text},
			{role: 'assistant', content: 'Ok.'},
		],
	})),
});

test('masks, and says what was where without showing it', async (t) => {
	const {rows: out} = await runStage(redact(), rows);
	t.deepEqual(
		out.map(({row}) => row),
		[
			{text: 'Nothing here.', personal: [], personal_types: '', personal_count: 0},
			{text: '', personal: [], personal_types: '', personal_count: 0},
			{
				text: 'Write to [EMAIL] or call [PHONE].',
				personal: [
					{column: 'text', type: 'email', recogniser: 'email', start: 9, end: 16},
					{column: 'text', type: 'phone', recogniser: 'phone', start: 25, end: 32},
				],
				personal_types: 'email,phone',
				personal_count: 2,
			},
			{
				text: '\u{1f600} card [CARD], IBAN [IBAN]',
				personal: [
					{column: 'text', type: 'card', recogniser: 'card', start: 7, end: 13},
					{column: 'text', type: 'iban', recogniser: 'iban', start: 20, end: 26},
				],
				personal_types: 'card,iban',
				personal_count: 2,
			},
			{text: 'Yours, Anna Keller', personal: [], personal_types: '', personal_count: 0},
		],
	);
});

test('drops, tags and keeps by type', async (t) => {
	const step = redact({action: 'tag', actions: {card: 'drop', email: 'keep', name: 'mask'}});
	const {rows: out, drops} = await runStage(step, rows);
	t.deepEqual(
		drops.map(({row, reason, score}) => [row, reason, score]),
		[[3, 'personal-data', 1]],
	);
	t.is(drops[0]?.adds?.['text'], '\u{1f600} card [CARD], IBAN DE89370400440532013000');
	t.deepEqual(
		out.map(({row}) => [row['text'], row['personal_types']]),
		[
			['Nothing here.', ''],
			['', ''],
			['Write to anna@example.net or call +44 7700 900871.', 'phone'],
			['Yours, [NAME]', 'name'],
		],
	);
});

test('redacts several columns, under other names too', async (t) => {
	const step = redact({of: ['title', 'body'], columns: {body: 'answer', personal: 'spans'}});
	const {rows: out} = await runStage(step, [{title: 'a@example.org', answer: 'to b@example.org'}]);
	t.like(out[0]?.row, {
		title: '[EMAIL]',
		answer: 'to [EMAIL]',
		spans: [
			{column: 'title', type: 'email', start: 0, end: 7},
			{column: 'answer', type: 'email', start: 3, end: 10},
		],
	});
});

test('redacts the turns of chats', async (t) => {
	const {rows: out} = await runStage(redact({messages: true}), [
		{
			messages: [
				{role: 'user', content: 'I am at 8.8.8.8'},
				{role: 'assistant', content: 'a@example.org'},
			],
		},
	]);
	t.deepEqual(out[0]?.row, {
		messages: [
			{role: 'user', content: 'I am at [IP_ADDRESS]'},
			{role: 'assistant', content: '[EMAIL]'},
		],
		personal: [
			{message: 0, type: 'ip-address', recogniser: 'ipv4', start: 8, end: 20},
			{message: 1, type: 'email', recogniser: 'email', start: 0, end: 7},
		],
		personal_types: 'email,ip-address',
		personal_count: 2,
	});
});

test('one subject has one pseudonym in all rows and columns', async (t) => {
	const step = redact({of: ['text', 'from'], action: 'pseudonymise', key});
	const {rows: out} = await runStage(step, [
		{text: 'anna@example.net', from: 'Anna@example.net'},
		{text: 'to anna@example.net', from: 'bob@example.net'},
	]);
	const [one, other] = out.map(({row}) => row);
	t.is(one?.['text'], one?.['from']);
	t.is(other?.['text'], `to ${String(one?.['text'])}`);
	t.not(other?.['from'], one?.['text']);
});

test('takes given and family names from lists', async (t) => {
	const step = redact({actions: {name: 'mask'}, givenNames: ['Bronwen'], familyNames: ['Llewellyn']});
	const {rows: out} = await runStage(step, [{text: 'Bronwen Llewellyn and Anna Llewellyn'}]);
	t.is(out[0]?.row['text'], '[NAME] and [NAME]');
});

test('pseudonymise without a key, and what is no key, are errors', (t) => {
	t.throws(() => redact({actions: {email: 'pseudonymise'}}), {
		code: 'usage',
		message: /^stage redact: pseudonymise needs a key; give key: pseudonymKey/,
	});
	// @ts-expect-error a text is no key
	t.throws(() => redact({key: 'c0ffee11c0ffee22'}), {
		code: 'usage',
		message:
			/^stage redact: key: expected a key for pseudonyms, such as pseudonymKey\(\{env: 'PSEUDONYM_KEY'\}\)\.$/,
	});
});

test('the fingerprint follows the key without holding it', (t) => {
	const options = JSON.stringify(redact({action: 'pseudonymise', key}).options);
	t.false(options.includes('c0ffee11'));
	process.env['MILLRACE_OTHER_KEY'] = 'another key of more than thirty-two characters';
	const other = pseudonymKey({env: 'MILLRACE_OTHER_KEY'});
	t.not(JSON.stringify(redact({action: 'pseudonymise', key: other}).options), options);
});
