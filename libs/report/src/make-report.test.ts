import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {parseClassifier} from '@millrace/probes';
import test from 'ava';
import {manyTickets} from '../fixtures/many-tickets.ts';
import {tickets, type Ticket} from '../fixtures/published.ts';
import {makeReport} from './make-report.ts';
import {reportSettings} from './settings/report-settings.ts';

const settings = reportSettings({
	text: 'text',
	label: 'label',
	tokens: 'tokens',
	language: 'language',
	group: 'group',
});

test('equal versions have equal bytes, whether or not the version before has its report', async (t) => {
	const [first, second] = [tickets(t), tickets(t)];
	for (const {publish} of [first, second]) {
		await publish(manyTickets(300, 1));
		await publish(manyTickets(320, 2, 3));
	}
	await makeReport(first.store, {version: 1, settings});
	const made = await makeReport(first.store, {settings});
	await makeReport(second.store, {settings});
	for (const object of [made.page, made.figures, 'probes/v000002/label.json'])
		t.deepEqual(readFileSync(join(first.root, object)), readFileSync(join(second.root, object)), object);
	await makeReport(first.store, {settings});
	t.deepEqual(readFileSync(join(first.root, made.page)), readFileSync(join(second.root, made.page)));
	t.deepEqual(
		JSON.parse(readFileSync(join(first.root, made.figures), 'utf8')),
		JSON.parse(JSON.stringify(made.report)),
	);
});

test('tells the difference from the version before', async (t) => {
	const {store, publish} = tickets(t);
	await publish(manyTickets(1000, 1));
	await publish(manyTickets(600, 2, 8).filter(({split}) => split !== 'test'));
	const {report} = await makeReport(store, {settings});
	const {difference} = report;
	t.is(difference?.version, 1);
	t.deepEqual(
		report.history.map(({version}) => version),
		[1, 2],
	);
	const test = difference?.splits.find(({split}) => split === 'test');
	t.true((test?.before ?? 0) > 50);
	t.is(test?.now, 0);
	const codes = report.alerts.map(({code}) => code);
	for (const code of ['split-empty', 'rows-fell', 'tokens-moved', 'characters-moved', 'label-once'])
		t.true(codes.includes(code), `${code} in ${codes.join(', ')}`);
	t.deepEqual(difference?.columns, {added: [], removed: [], changed: []});
	t.is(report.verdict.level, 'fail');
});

test('a version before whose shards and report are gone is not compared with', async (t) => {
	const {root, store, publish} = tickets(t);
	const {files} = await publish(manyTickets(50, 1));
	await publish(manyTickets(60, 2));
	for (const {object} of files) rmSync(join(root, object), {force: true});
	const {report} = await makeReport(store, {settings});
	t.is(report.previous, 1);
	t.is(report.difference, null);
});

test('the probe is kept, and read again', async (t) => {
	const {root, store, publish} = tickets(t);
	await publish(manyTickets(400, 3));
	const {report} = await makeReport(store, {settings});
	const saved = readFileSync(join(root, report.probe?.object ?? ''), 'utf8');
	t.true(parseClassifier(saved).labels.includes('lost card'));
	const [evaluation] = report.probe?.evaluations ?? [];
	t.is(evaluation?.split, 'test');
	t.true((evaluation?.figures.accuracy ?? 0) > (evaluation?.figures.majority?.accuracy ?? 1));
});

test('settings that name no column of the version are one error', async (t) => {
	const {store, publish} = tickets(t);
	await publish(manyTickets(20, 4));
	await t.throwsAsync(makeReport(store, {settings: reportSettings({text: 'txt', label: 'tokens'})}), {
		code: 'schema',
		message:
			/^tickets version 1: .*text: no column "txt", did you mean text\?; label: column tokens is list<utf8>/,
	});
	await t.throwsAsync(makeReport(store, {version: 7}), {code: 'missing'});
});

const long = 'word '.repeat(1 << 18);
const hostile: readonly (readonly [title: string, rows: readonly Ticket[]])[] = [
	['one row', [{text: 'alone here', label: 'a'}]],
	['no labels and one split', Array.from({length: 5}, (_, index) => ({text: `text ${index}`, label: null}))],
	['a text of a megabyte', [{text: long}, {text: long, split: 'test'}]],
	[
		'a label of a megabyte',
		[
			{text: 'some text', label: long},
			{text: 'more text', label: `${long}.`},
		],
	],
	[
		'five thousand labels',
		Array.from({length: 5000}, (_, index) => ({text: `text ${index}`, label: `label ${index}`})),
	],
	['blank texts', [{text: '   '}, {text: '\u2003\u2003\u2003', split: 'test'}, {text: '\n\n\n\n'}]],
	[
		'texts of other scripts',
		[
			{text: 'النص العربي هنا', language: 'ar'},
			{text: '水車は川のそばにある', language: 'ja', split: 'test'},
			{text: '👩‍👩‍👧 🌊🌊🌊', language: 'und'},
		],
	],
	[
		'names of everything that a program knows',
		[
			{text: 'some text', label: '__proto__', language: 'constructor', group: '__proto__'},
			{text: 'more text', label: 'toString', language: 'hasOwnProperty'},
		],
	],
];

for (const [title, rows] of hostile) {
	test(`${title}: the report is made and small`, async (t) => {
		const {root, store, publish} = tickets(t);
		await publish(rows);
		const {report, page, figures} = await makeReport(store, {settings});
		const [html, json] = [page, figures].map((object) => readFileSync(join(root, object)).length);
		t.true((html ?? 0) < 300_000, `${html} bytes of page`);
		t.true((json ?? 0) < 1_000_000, `${json} bytes of JSON`);
		t.is(
			report.splits.reduce((sum, split) => sum + split.rows, 0),
			rows.length,
		);
		t.is(
			report.labels?.values.reduce((sum, value) => sum + value.rows, report.labels.others),
			rows.filter(({label = null}) => label !== null).length,
		);
	});
}
