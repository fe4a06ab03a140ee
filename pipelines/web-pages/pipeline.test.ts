import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {droppedRows, refresh, versionRows} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {localStore} from '@millrace/io';
import type {AnyRow} from '@millrace/core';
import {funnelTable} from './funnel-table.ts';
import webPages from './pipeline.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-web-pages-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});
const store = localStore(folder);
const published = refresh(webPages, {store, executor: inlineExecutor()});
const rows = published.then(async ({manifest}) => {
	const splits = Object.keys(manifest.rows).map(async (split) =>
		Array.fromAsync(versionRows(store, manifest, {split})),
	);
	const all: readonly AnyRow[] = (await Promise.all(splits)).flat();
	return all;
});
const textOf = (row: AnyRow): string => String(row['text']);

test('publishes text, and accounts for every page', async (t) => {
	const {accounts, rows: counts} = (await published).manifest;
	for (const account of accounts)
		t.is(
			account.in + account.generated,
			account.out + droppedRows(account) + account.quarantined,
			account.stage,
		);
	const {train = 0, validation = 0} = counts;
	t.true(train > 60 && validation > 2, JSON.stringify(counts));
});

test('every step that may lose rows finds some, and the README shows how many', async (t) => {
	const {accounts} = (await published).manifest;
	const page = new URL('README.md', import.meta.url);
	const text = readFileSync(page, 'utf8');
	const table = `<!-- funnel -->\n\n${funnelTable(accounts)}\n\n<!-- /funnel -->`;
	const renewed = text.replace(/<!-- funnel -->[^]*<!-- \/funnel -->/, () => table);
	if (process.env['WRITE_README'] === '1') writeFileSync(page, renewed);
	t.is(readFileSync(page, 'utf8'), renewed, 'write it anew: WRITE_README=1 npx ava pipeline.test.ts');
	const lossy = accounts.filter((account) => droppedRows(account) > 0).map(({stage}) => stage);
	const filters = ['gopher-repetition', 'gopher', 'c4', 'fineweb'];
	for (const stage of [
		'html-to-text',
		'identify-language',
		...filters,
		'exact-dedup',
		'minhash-dedup',
		'decontaminate',
	])
		t.true(lossy.includes(stage), stage);
});

test('nothing is left of menus, notices, scripts and markup', async (t) => {
	for (const text of (await rows).map(textOf))
		t.notRegex(
			text,
			/store cookies on your device|All rights reserved|<\/?(?:p|div|script)\b|Sign up and get/,
			text.slice(0, 80),
		);
});

test('no mojibake is left, and no card number, account or address', async (t) => {
	const texts = (await rows).map(textOf);
	t.true(texts.some((text) => text.includes('Festival of the')));
	for (const text of texts)
		t.notRegex(
			text,
			/\u00e2\u20ac\u2122|\u00e2\u20ac\u0153|\u00c3\u00a9|4111 1111 1111 1111|GB82 WEST|@example\.org/,
			text.slice(0, 80),
		);
});

test('no question of the evaluation is left, and no text twice', async (t) => {
	const texts = (await rows).map(textOf);
	for (const text of texts)
		t.notRegex(text, /hatters of the nineteenth century|line on which a traveller from Tokyo/);
	t.is(new Set(texts).size, texts.length);
});

test('pages of one site are in one split', async (t) => {
	const splits = Map.groupBy(await rows, ({site}) => String(site));
	for (const [site, pages] of splits) t.is(new Set(pages.map(({split}) => split)).size, 1, site);
});
