import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseClassifier, parseLanguageModel} from '@millrace/probes';
import test, {type ExecutionContext} from 'ava';
import {captured, temporaryFolder} from '../../fixtures/harness.ts';
import {trainProbeCommand, type TrainProbeFlags} from './train-probe.ts';

const rows = Array.from({length: 60}, (_, index) => ({
	body: `${index % 2 === 0 ? 'The card was declined' : 'The loan was repaid'} on day ${index}.`,
	topic: index === 7 ? null : index % 2 === 0 ? 'cards' : 'loans',
}));

async function trained(t: ExecutionContext, flags: Partial<TrainProbeFlags>, output = captured()) {
	const folder = temporaryFolder(t);
	const [from, to] = [join(folder, 'rows.jsonl'), join(folder, 'probes/probe.json')];
	writeFileSync(from, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
	await trainProbeCommand(from, {to, text: 'body', heldOut: 0.3, ...flags}, output);
	return {saved: readFileSync(to, 'utf8'), output};
}

test('a classifier is trained, judged on rows that it did not see, and saved alike each time', async (t) => {
	const {saved, output} = await trained(t, {label: 'topic'});
	t.deepEqual(parseClassifier(saved).labels, ['cards', 'loans']);
	t.regex(
		output.text(),
		/^Classifier of 2 labels, trained on \d+ rows\.\nOn \d+ rows held out: accuracy 1\.000 /,
	);
	t.regex(output.text(), /\nSaved as .*probe\.json, \d/);
	const again = await trained(t, {label: 'topic', json: true});
	t.is(again.saved, saved);
	const [told] = again.output.json();
	t.like(told, {kind: 'classifier', labels: ['cards', 'loans'], heldOut: {accuracy: 1}});
	const seen = parseClassifier(saved).training.rows;
	t.true(seen > 20 && seen < 59);
});

test('without a label a language model is trained', async (t) => {
	const {saved, output} = await trained(t, {});
	t.true(parseLanguageModel(saved).perplexity('The card was declined on day 3.') < 20);
	t.regex(
		output.text(),
		/^Language model of \d+ words, trained on \d+ texts\.\nOn \d+ texts held out: perplexity [\d.]+\.\n/,
	);
});

test('where nothing is held out, it says that nothing is known', async (t) => {
	t.regex((await trained(t, {label: 'topic', heldOut: 0})).output.text(), /No row was held out/);
	t.regex((await trained(t, {heldOut: 0})).output.text(), /No text was held out/);
});

test('a column that is not there is named with those that are', async (t) => {
	await t.throwsAsync(trained(t, {text: 'text'}), {
		code: 'schema',
		message: /in the column text of every row, found one with body, topic;/,
	});
	await t.throwsAsync(trained(t, {label: 'kind'}), {code: 'schema', message: /the column kind/});
});
