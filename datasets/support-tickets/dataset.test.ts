import {readFile} from 'node:fs/promises';
import test from 'ava';
import type {AnyRow} from '@millrace/core';
import {supportTickets, supportTicketsCard, ticketIntents} from './dataset.ts';

const rows: AnyRow[] = [];

test.before(async (t) => {
	for await (const source of supportTickets.list()) {
		await supportTickets.check(source);
		for await (const piece of supportTickets.cut(source)) {
			const {length, vectors, quarantines} = await supportTickets.read(source.path, piece, piece.spool);
			t.deepEqual(quarantines, []);
			for (let row = 0; row < length; row++)
				rows.push(Object.fromEntries([...vectors].map(([name, {values}]) => [name, values[row]])));
		}
	}
});

const valuesOf = (column: string): string[] => rows.map((row) => String(row[column]));
const distinct = (column: string): string[] => [...new Set(valuesOf(column))].sort();

test('hundreds of tickets have an id of their own and a text', (t) => {
	t.true(rows.length >= 600, `${rows.length} rows`);
	t.is(distinct('id').length, rows.length);
	t.true(valuesOf('text').every((text) => text.trim() !== ''));
});

test('their intents, languages and channels are those that are declared', (t) => {
	t.deepEqual(distinct('intent'), [...ticketIntents]);
	t.true(ticketIntents.every((intent) => /^[a-z]+(?:-[a-z]+)*$/.test(intent)));
	t.deepEqual(distinct('language'), [...supportTicketsCard.languages]);
	t.deepEqual(distinct('channel'), ['app', 'chat', 'email', 'sms']);
});

test('the counts by intent in the README are those of the tickets', async (t) => {
	const page = await readFile(new URL('README.md', import.meta.url), 'utf8');
	const written = [...page.matchAll(/^\| `([a-z-]+)`\s*\|\s*(\d+) \|/gm)].map(([, intent, count]) => [
		intent,
		Number(count),
	]);
	const found = Map.groupBy(valuesOf('intent'), (intent) => intent);
	t.deepEqual(
		written,
		ticketIntents.map((intent) => [intent, found.get(intent)?.length]),
	);
	t.true(page.includes(`holds ${rows.length} short messages`));
});

test('the faults that a pipeline is meant to find are there', (t) => {
	const texts = valuesOf('text');
	t.true(new Set(texts).size < texts.length - 20, 'repeats');
	t.true(texts.filter((text) => /Ã.|â€/.test(text)).length > 20, 'mojibake');
	t.true(texts.filter((text) => /(?:\d[ -]?){13,19}/.test(text)).length > 20, 'card numbers');
});
