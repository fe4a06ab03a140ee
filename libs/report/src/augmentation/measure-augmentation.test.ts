import {nullable, pipeline, utf8} from '@millrace/core';
import {refresh} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {fromJsonl, localStore, toParquet} from '@millrace/io';
import {acceptedVariants, paraphrase, split} from '@millrace/stages';
import type {Augmenter} from '@millrace/text';
import test from 'ava';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {reportHtml} from '../html/report-html.ts';
import {makeReport} from '../make-report.ts';
import {reportSettings} from '../settings/report-settings.ts';

/** Rules of two words: one variant with another word, one that is the text itself, which a gate rejects. */
const swapper: Augmenter = {
	name: 'swapper',
	identity: 'swapper 1',
	concurrency: 1,
	call: ({texts, attempt}) =>
		Promise.resolve({
			variants: texts.map((text) => [
				attempt === 0 ? text : text.replace('please', 'kindly').replace('lost', 'gone'),
			]),
			usages: texts.map(() => ({requests: 1, inputTokens: 20, outputTokens: 10})),
		}),
};

const folder = mkdtempSync(join(tmpdir(), 'millrace-augmentation-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});
const rows = Array.from({length: 60}, (_, at) => ({
	text:
		at % 2 === 0
			? `please help, my card number ${at} is lost since today`
			: `please tell me the rate of loan number ${at} today`,
	label: at % 2 === 0 ? 'cards' : 'loans',
}));
writeFileSync(join(folder, 'rows.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

const gates = {maxOverlap: 0.95, minChrf: 10};
const varied = pipeline(
	'varied',
	fromJsonl({files: pathToFileURL(`${folder}/rows.jsonl`), columns: {text: utf8, label: utf8}}),
)
	.derive('group', nullable(utf8), () => null)
	.pipe(split({weights: {train: 4, test: 1}}))
	.pipe(
		paraphrase({
			backend: swapper,
			attempts: 2,
			gates,
			reads: {split: utf8},
			when: (row) => row.split === 'train',
		}),
	)
	.pipe(acceptedVariants(gates))
	.write(toParquet({split: 'split'}));

test('tells what was made, what gates rejected, how novel it is, and whether it helped', async (t) => {
	const store = localStore(mkdtempSync(join(folder, 'store-')));
	const {manifest} = await refresh(varied, {store, executor: inlineExecutor()});
	const prices = {perMillionInput: 1000, perMillionOutput: 5000};
	const {report} = await makeReport(store, {
		settings: reportSettings({text: 'text', label: 'label', prices}),
	});
	const {augmentation} = report;
	const originals = rows.length - (manifest.rows['test'] ?? 0);
	t.like(augmentation, {originals, varied: originals, missing: 0});
	t.like(augmentation?.makers, [
		{augmenter: 'swapper', accepted: originals, rejected: [{gate: 'not-novel', variants: originals}]},
	]);
	t.is(manifest.rows['train'] ?? 0, 2 * originals);
	const [maker] = augmentation?.makers ?? [];
	t.true((maker?.novelty ?? 0) > 0 && (maker?.novelty ?? 1) < 1 && (maker?.selfBleu ?? 0) > 0.5);
	t.is(augmentation?.examples.length, 4);
	t.deepEqual(
		augmentation?.ablation?.map(({shots, trials}) => [shots, trials]),
		[
			[5, 25],
			[20, 25],
			[null, 25],
		],
	);
	const tokens = {requests: 2 * originals, inputTokens: 40 * originals, outputTokens: 20 * originals};
	const cost = (40 * 1000 + 20 * 5000) * originals * 1e-6;
	t.like(augmentation?.cost, {
		makers: [{augmenter: 'swapper', accepted: originals, ...tokens, tokensPerAccepted: 60}],
		total: tokens,
		prices,
	});
	t.is(augmentation?.cost?.total.cost?.toFixed(9), cost.toFixed(9));
	const page = reportHtml(report);
	t.true(page.includes('tokens for an accepted variant'));
	t.true(page.includes('id="augmentation"') && page.includes('<ins>'));
});

test('says nothing of a version without variants', async (t) => {
	const store = localStore(mkdtempSync(join(folder, 'store-')));
	const plain = pipeline(
		'plain',
		fromJsonl({files: pathToFileURL(`${folder}/rows.jsonl`), columns: {text: utf8, label: utf8}}),
	).write(toParquet());
	await refresh(plain, {store, executor: inlineExecutor()});
	t.is((await makeReport(store)).report.augmentation, null);
});
