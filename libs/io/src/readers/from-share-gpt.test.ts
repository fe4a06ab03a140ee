import test from 'ava';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import {fromShareGpt} from './from-share-gpt.ts';

const chat = (from: string, value = 'x') => ({
	conversations: [
		{from: 'human', value: '?'},
		{from, value},
	],
});

test('reads the three endings of its files by default', async (t) => {
	const root = tempFolder(t, {
		'a.json': JSON.stringify([chat('gpt')]),
		'b.jsonl': JSON.stringify(chat('gpt')),
		'c.ndjson': JSON.stringify(chat('gpt')),
		'd.txt': 'x',
	});
	const sources = await sourcesOf(fromShareGpt({files: root}));
	t.deepEqual(
		sources.map(({path}) => path),
		['a.json', 'b.jsonl', 'c.ndjson'],
	);
});

test('names of roles may be written in capitals', async (t) => {
	const names = ['GPT', 'ChatGPT', ' Bard ', 'ASSISTANT'];
	const root = tempFolder(t, {'a.json': JSON.stringify(names.map((name) => chat(name)))});
	const {rows} = await readSource(fromShareGpt({files: root}), asSource('a.json'));
	t.deepEqual(
		rows.map(({train}) => train),
		names.map(() => [false, true]),
	);
});

test('one bad chat in a list leaves the others', async (t) => {
	const chats = [
		chat('gpt'),
		{conversations: []},
		chat('narrator'),
		{conversations: null},
		chat('gpt', 'last'),
	];
	const root = tempFolder(t, {'a.json': JSON.stringify(chats)});
	const {rows, quarantines} = await readSource(fromShareGpt({files: root}), asSource('a.json'));
	t.is(rows.length, 2);
	t.deepEqual(
		quarantines.map(({record}) => record),
		[1, 2, 3],
	);
});
