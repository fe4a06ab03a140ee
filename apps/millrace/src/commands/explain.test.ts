import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {readManifest, rowsById} from '@millrace/engine';
import {localStore} from '@millrace/io';
import test from 'ava';
import stringWidth from 'string-width';
import {captured, notes} from '../../fixtures/harness.ts';
import {explainCommand, type ExplainFlags} from './explain.ts';
import {refreshCommand} from './refresh.ts';

const out = join(mkdtempSync(join(tmpdir(), 'millrace-explain-')), 'notes');

test.before(async () => {
	await refreshCommand(notes, {out, workers: 1, report: false}, captured());
});

test.after.always(() => {
	rmSync(dirname(out), {recursive: true, force: true});
});

async function explained(id: string | undefined, flags: ExplainFlags = {}, output = captured()) {
	await explainCommand(notes, id, {out, ...flags}, output);
	return output;
}

test('a row that a rule dropped is followed up to the drop, with every figure and its bound', async (t) => {
	const text = (await explained(undefined, {match: 'Too short.'})).text();
	t.regex(
		text,
		/^notes version 1, row [0-9a-f]{32}\nDropped at length as too-short \(2\)\. From notes\.jsonl, record 4\.\n\n/,
	);
	t.regex(text, /\nlength {2}dropped as too-short \(2\)\n {2}rule +figure +drops if +option *\n/);
	t.regex(text, /\n {2}too-short +2 {2}< 4 +min +✘ dropped\n {2}too-long +2 {2}off +max$/);
});

test('a row that was kept is followed to its end, changed text as a difference', async (t) => {
	const text = (await explained(undefined, {match: 'grinds the corn'})).text();
	t.regex(text, /\nKept, in split \w+\. From notes\.jsonl, record 1\.\n/);
	t.regex(text, /\nwait: nothing changed\n/);
	t.true(text.includes('\n  text  The[-··-]{+·+}mill[-<U+00A0>-]{+·+}grinds the corn'), text);
	t.regex(text, /\nlength {2}passes\n[^]*\n {2}length {2}11\n/);
	t.regex(
		text,
		/\n1 other row with this text; name one by its id:\nrow [^\n]*\n[0-9a-f]{32} {2}dropped at exact-dedup/,
	);
});

test('a duplicate names the row that was kept instead', async (t) => {
	const store = localStore(out);
	const rows = await Array.fromAsync(rowsById(store, await readManifest(store), () => true));
	const lost = rows.find(({fate}) => fate.kind === 'dropped' && fate.reason === 'duplicate');
	const text = (await explained(lost?.id.slice(0, 8).toUpperCase())).text();
	t.regex(
		text,
		/\nexact-dedup {2}dropped as duplicate of row ([0-9a-f]{8})\n\nRow \1, which was kept instead, from notes\.jsonl:\n {2}The mill/,
	);
});

test('lines fit the terminal', async (t) => {
	const asked = [
		[40, 'grinds the corn'],
		[40, '漢字'],
		[80, 'escapes'],
	] as const;
	for (const [width, match] of asked)
		for (const line of (await explained(undefined, {match}, captured({width}))).text().split('\n'))
			t.true(stringWidth(line) <= width, line);
});

test('as JSON it is one line with all of it', async (t) => {
	const [found] = (await explained(undefined, {match: 'Too short.', json: true})).json();
	t.like(found, {
		name: 'notes',
		version: 1,
		label: '4',
		row: {fate: {kind: 'dropped', stage: 'length', reason: 'too-short', score: 2}},
		disagreements: [],
		others: [],
	});
});

test('a row that is not there is a sentence that names near ones', async (t) => {
	const store = localStore(out);
	const [row] = await Array.fromAsync(rowsById(store, await readManifest(store), () => true));
	const id = row?.id ?? '';
	const near = `${id.slice(0, 7)}${id[7] === '0' ? '1' : '0'}`;
	const error = await t.throwsAsync(explained(near), {instanceOf: MillraceError, code: 'missing'});
	t.true(error.message.includes(`whose id begins with ${near}, found none; near are ${id}`), error.message);
	await t.throwsAsync(explained(undefined, {match: 'no such text'}), {
		code: 'missing',
		message: /found none; spaces/,
	});
});

for (const [title, id, flags] of [
	['neither an id nor a text', undefined, {}],
	['both', '00000000', {match: 'x'}],
	['an id that is too short', '0000', {}],
	['a text for an id', 'Too short.', {}],
	['an empty text', undefined, {match: ' '}],
] as const)
	test(`${title} is refused`, async (t) => {
		await t.throwsAsync(explained(id, flags), {code: 'usage'});
	});

test('options of the pipeline make another run, and it says so', async (t) => {
	const set = [{option: 'minimum', text: '2'}];
	const text = (await explained(undefined, {match: 'Too short.', set})).text();
	t.regex(text, /says that the row is dropped at length as too-short; run again, it is kept\./);
	await t.throwsAsync(explained('00000000', {out: `${out}-none`}), {code: 'missing'});
});
