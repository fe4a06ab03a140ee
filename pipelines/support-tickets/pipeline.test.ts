import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ticketIntents} from '@millrace/dataset-support-tickets';
import {droppedRows, refresh, versionRows} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {localStore} from '@millrace/io';
import test from 'ava';
import type {AnyRow} from '@millrace/core';
import supportTickets from './pipeline.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-support-tickets-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});
const store = localStore(folder);
const published = refresh(supportTickets, {store, executor: inlineExecutor()});
const rows = published.then(async ({manifest}) => {
	const splits = Object.keys(manifest.rows).map(async (split) =>
		(await Array.fromAsync(versionRows(store, manifest, {split}))).map((row) => ({...row, split})),
	);
	const all: readonly AnyRow[] = (await Promise.all(splits)).flat();
	return all;
});

test('publishes most messages, and accounts for every one', async (t) => {
	const {accounts, rows: counts} = (await published).manifest;
	for (const account of accounts) {
		t.is(
			account.in + account.generated,
			account.out + droppedRows(account) + account.quarantined,
			account.stage,
		);
	}
	t.true((accounts.find(({stage}) => stage === 'exact-dedup')?.dropped['duplicate'] ?? 0) >= 40);
	const {train = 0, validation = 0, test: held = 0} = counts;
	t.true(train > 550 && validation > 40 && held > 40, JSON.stringify(counts));
});

test('the training split knows every intent', async (t) => {
	const known = new Set((await rows).filter(({split}) => split === 'train').map(({label}) => label));
	t.deepEqual([...known].sort(), [...ticketIntents]);
});

test('asks with the message, and learns the answer alone', async (t) => {
	for (const {text, label, messages, train} of await rows) {
		t.like(messages, {1: {role: 'user', content: text}, 2: {role: 'assistant', content: label}});
		t.deepEqual(train, [false, false, true]);
	}
});

test('no card number, account or address is published', async (t) => {
	const published = JSON.stringify(await rows);
	t.regex(published, /\[CARD\]/);
	t.regex(published, /\[IBAN\]/);
	const numbers = published.match(/[0-9](?:[ .-]?[0-9]){12,18}(?![0-9])/g) ?? [];
	t.deepEqual(
		numbers.filter((number) => /^[2-6]/.test(number) && passesLuhn(number.replace(/\D/g, ''))),
		[],
	);
	t.notRegex(published, /[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){4}|[a-z]@[a-z]/);
});

/** Written here once more, so that the test does not lean on what it tests. */
const passesLuhn = (digits: string): boolean =>
	Array.from(digits)
		.reverse()
		.map((digit, index) => Number(digit) * (1 + (index % 2)))
		.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) %
		10 ===
	0;

test('no message stands in another split than one nearly equal to it', async (t) => {
	const tickets = (await rows).map(({text, split}) => ({text, split, grams: trigrams(String(text))}));
	const astray = tickets.flatMap((one, index) =>
		tickets
			.slice(index + 1)
			.filter((other) => other.split !== one.split && alike(one.grams, other.grams) >= 0.6)
			.map((other) => [one.text, other.text]),
	);
	t.true(tickets.length > 700);
	t.deepEqual(astray, []);
});

function trigrams(text: string): ReadonlySet<string> {
	const letters = ` ${text
		.toLowerCase()
		.replace(/[^\p{L}]+/gu, ' ')
		.trim()} `;
	return new Set(Array.from({length: letters.length - 2}, (_, at) => letters.slice(at, at + 3)));
}

/** Jaccard's likeness. */
const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
	a.intersection(b).size / a.union(b).size;
