import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {asSource, readSource, tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {fromOpenAiChat} from './from-open-ai-chat.ts';

test('gives the turns that were written, whatever they say', async (t) => {
	const root = tempFolder(t, {});
	const reader = fromOpenAiChat({files: root});
	const turn = fc.record({
		role: fc.constantFrom('system', 'user', 'assistant', 'tool'),
		content: fc.string({unit: 'binary'}).filter((text) => text.isWellFormed()),
	});
	const first = fc.record({role: fc.constant('user'), content: fc.string({unit: 'grapheme'})});
	let run = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(first, fc.array(turn))), async (chats) => {
			const path = `${run++}.jsonl`;
			const all = chats.map(([asked, others]) => [asked, ...others]);
			writeFileSync(join(root, path), all.map((messages) => `${JSON.stringify({messages})}\n`).join(''));
			const {rows, quarantines} = await readSource(reader, asSource(path));
			t.deepEqual(quarantines, []);
			t.deepEqual(
				rows.map(({messages}) => messages),
				all.map((messages) => messages.map(({role, content}) => ({role, content}))),
			);
		}),
		{numRuns: 50},
	);
});

test('a list of chats is read as lines are', async (t) => {
	const chats = Array.from({length: 20}, (_, index) => ({messages: [{role: 'user', content: `${index}`}]}));
	const root = tempFolder(t, {
		'a.jsonl': chats.map((chat) => JSON.stringify(chat)).join('\n'),
		'b.json': JSON.stringify(chats, null, 2),
	});
	const reader = fromOpenAiChat({files: root});
	const [lines, list] = [
		await readSource(reader, asSource('a.jsonl')),
		await readSource(reader, asSource('b.json')),
	];
	t.deepEqual(list.rows, lines.rows);
	t.is(list.rows.length, 20);
});

test('what becomes of calls of tools is part of what the reader is', (t) => {
	const options = (toolCalls: 'refuse' | 'json') => fromOpenAiChat({files: '/x', toolCalls}).options;
	t.notDeepEqual(options('refuse'), options('json'));
});
