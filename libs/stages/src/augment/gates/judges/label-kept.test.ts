import {utf8} from '@millrace/core';
import {trainClassifier} from '@millrace/probes';
import {runStage} from '@millrace/testing';
import type {Augmenter} from '@millrace/text';
import test from 'ava';
import {augment} from '../../augment.ts';
import {labelKept} from './label-kept.ts';

const examples = [
	...['My card was stolen', 'I lost my card', 'Someone took my card', 'The card is gone'].map((text) => ({
		text,
		label: 'card',
	})),
	...[
		'The transfer is late',
		'My transfer did not arrive',
		'Where is my transfer',
		'A transfer is missing',
	].map((text) => ({text, label: 'transfer'})),
];

/** Gives the same variants of every text. */
const saying = (...variants: readonly string[]): Augmenter => ({
	name: 'saying',
	identity: ['saying', ...variants],
	concurrency: 1,
	call: ({texts, attempt}) => Promise.resolve({variants: texts.map(() => (attempt === 0 ? variants : []))}),
});

const open = {
	minChrf: null,
	minLengthRatio: null,
	maxLengthRatio: null,
	maxNegation: null,
	maxModality: null,
};
test('a variant of another label is rejected by the classifier', async (t) => {
	const judges = {label: labelKept({classifier: await trainClassifier(examples, {minRows: 1})})};
	const stage = augment({
		by: saying('Where did my transfer go', 'They stole my card'),
		n: 2,
		judges,
		gates: open,
		reads: {label: utf8},
	});
	const run = await runStage(stage, [{text: 'I lost my card', label: 'card'}]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'label-lost', 'accepted'],
	);
});

test('a label that is not known is not judged', async (t) => {
	const classifier = await trainClassifier(examples, {minRows: 1});
	const unknown = {original: 'I lost my card', variant: 'anything', row: {label: 'other'}};
	t.deepEqual(await labelKept({classifier}).judge([unknown]), [null]);
});
