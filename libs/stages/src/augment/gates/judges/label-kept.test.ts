import {utf8} from '@millrace/core';
import {trainClassifier} from '@millrace/probes';
import {runStage} from '@millrace/testing';
import test from 'ava';
import {labelled, openGates, saying} from '../../../../fixtures/judged.ts';
import {augment} from '../../augment.ts';
import {labelKept} from './label-kept.ts';

test('a variant of another label is rejected by the classifier', async (t) => {
	const judges = {label: labelKept({classifier: await trainClassifier(labelled, {minRows: 1})})};
	const stage = augment({
		by: saying('Where did my transfer go', 'They stole my card'),
		n: 2,
		judges,
		gates: openGates,
		reads: {label: utf8},
	});
	const run = await runStage(stage, [{text: 'I lost my card', label: 'card'}]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'label-lost', 'accepted'],
	);
});

test('a label that is not known is not judged', async (t) => {
	const classifier = await trainClassifier(labelled, {minRows: 1});
	const unknown = {original: 'I lost my card', variant: 'anything', row: {label: 'other'}};
	t.deepEqual(await labelKept({classifier}).judge([unknown]), [null]);
});
