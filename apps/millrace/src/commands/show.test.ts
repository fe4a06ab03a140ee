import test from 'ava';
import stringWidth from 'string-width';
import {captured, notes, publishedNotes, temporaryFolder} from '../../fixtures/harness.ts';
import {showCommand, type ShowFlags} from './show.ts';

async function shown(out: string, flags: Partial<ShowFlags>, output = captured()) {
	await showCommand(notes, {rows: 10, out, ...flags}, output);
	return output;
}

test('rows of a version are a table, the text shortened to the terminal', async (t) => {
	const out = await publishedNotes(t);
	const text = (await shown(out, {rows: 3})).text();
	t.regex(text, /^title +text +tag +length +row_source +row_id\n/);
	t.regex(text, /\n\n3 of 9 rows of notes version 1\.$/);
	for (const line of text.split('\n')) t.true(stringWidth(line) <= 100);
	t.regex((await shown(out, {split: 'test'})).text(), /\d of \d rows? of notes version 1, split test\.$/);
});

test('rows that were dropped come with why', async (t) => {
	const out = await publishedNotes(t);
	const text = (await shown(out, {dropped: true})).text();
	t.regex(text, /^stage +reason +score +because +row +row_source +row_id\n/);
	t.regex(text, /^length +too-short +2 +∅ +\{"title":"Kurz"/m);
	t.regex(text, /2 of 2 dropped rows of notes version 1 \(duplicate 1, too-short 1\)\.$/);
	t.regex((await shown(out, {dropped: 'duplicate'})).text(), /1 of 1 dropped row of notes version 1\.$/);
	t.regex(
		(await shown(out, {quarantined: true})).text(),
		/expected utf8, found the number 12[^]*1 of 1 quarantined row of notes version 1\.$/,
	);
});

test('as JSON a row is whole', async (t) => {
	const out = await publishedNotes(t);
	const rows = (await shown(out, {json: true, rows: 100})).json();
	t.is(rows.length, 9);
	t.like(
		rows.find((row) => JSON.stringify(row).includes('漢字')),
		{title: '漢字', tag: 'none', row_source: 'notes.jsonl'},
	);
	t.true(rows.every((row) => /"row_id":"[0-9a-f]{32}"/.test(JSON.stringify(row))));
});

test('a narrow terminal gets a block a row', async (t) => {
	const out = await publishedNotes(t);
	t.regex((await shown(out, {rows: 1}, captured({width: 40}))).text(), /^title +\S.*\ntext +\S/);
});

test('a dataset that was never published is a sentence', async (t) => {
	await t.throwsAsync(shown(`${temporaryFolder(t)}/none`, {}), {
		code: 'missing',
		message: /found no such folder; run millrace refresh .* first\.$/,
	});
	await t.throwsAsync(shown(temporaryFolder(t), {}), {
		code: 'missing',
		message: /expected a published version, found none/,
	});
});
