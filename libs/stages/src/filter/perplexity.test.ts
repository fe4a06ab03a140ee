import {readFileSync} from 'node:fs';
import {parseLanguageModel} from '@millrace/probes';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {labelled, savedProbes} from '../../fixtures/saved-probes.ts';
import {perplexity} from './perplexity.ts';

const {model} = await savedProbes(test);
const rows = [{text: labelled[0]?.text ?? ''}, {text: 'Zebras jump quickly over vexed fjords.'}, {text: ''}];

testStage(test, 'perplexity', {stage: () => perplexity({model, min: 3, max: 40}), rows});

test('adds the figures of the model', async (t) => {
	const {rows: found} = await runStage(perplexity({model}), rows);
	const saved = parseLanguageModel(readFileSync(model, 'utf8'));
	for (const {row} of found) {
		const text = String(row['text']);
		t.is(row['perplexity'], saved.perplexity(text));
		t.is(row['bits_per_byte'], saved.bitsPerByte(text));
	}
});

test('drops what surprises the model too much or too little', async (t) => {
	const [known, strange] = (await runStage(perplexity({model}), rows)).rows.map(({row}) =>
		Number(row['perplexity']),
	);
	t.true((known ?? 0) < (strange ?? 0));
	const middle = ((known ?? 0) + (strange ?? 0)) / 2;
	const reasons = async (options: object) =>
		(await runStage(perplexity({model, ...options}), rows.slice(0, 2))).drops.map(({row, reason}) => [
			row,
			reason,
		]);
	t.deepEqual(await reasons({max: middle}), [[1, 'high-perplexity']]);
	t.deepEqual(await reasons({min: middle}), [[0, 'low-perplexity']]);
});

test('a million of one letter is scored', async (t) => {
	const {rows: found} = await runStage(perplexity({model}), [{text: 'a'.repeat(1_000_000)}]);
	t.is(found.length, 1);
});
