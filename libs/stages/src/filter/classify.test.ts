import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {labelled, savedProbes} from '../../fixtures/saved-probes.ts';
import {classify} from './classify.ts';

const {classifier: model} = await savedProbes(test);
const rows = [...labelled.map(({text}) => ({text})), {text: ''}];

testStage(test, 'classify', {
	stage: () => classify({model, of: 'cards', keep: ['cards'], max: 0.999, min: 0.6}),
	rows,
});

test('adds the label and its probability', async (t) => {
	const {rows: found} = await runStage(classify({model}), labelled);
	for (const {row} of found) {
		t.is(row['predicted'], row['label']);
		t.true(Number(row['predicted_score']) > 0.5);
	}
});

test('the score may be the probability of one label', async (t) => {
	const {rows: found} = await runStage(classify({model, of: 'loans'}), labelled);
	for (const {row} of found) t.is(Number(row['predicted_score']) > 0.5, row['label'] === 'loans');
});

test('drops other labels and scores beyond the bounds, and keeps with them what it found', async (t) => {
	const {drops} = await runStage(classify({model, keep: ['cards']}), labelled);
	t.is(drops.length, 5);
	t.true(drops.every(({reason, adds}) => reason === 'other-label' && adds?.['predicted'] === 'loans'));
	const low = await runStage(classify({model, of: 'cards', min: 0.5}), labelled);
	t.true(
		low.drops.length === 5 && low.drops.every(({reason, score = 1}) => reason === 'low-score' && score < 0.5),
	);
	const high = await runStage(classify({model, of: 'cards', max: 0.5}), labelled);
	t.true(high.drops.length === 5 && high.drops.every(({reason}) => reason === 'high-score'));
});

test('a label that the classifier does not know is refused with those that it does', async (t) => {
	await t.throwsAsync(runStage(classify({model, keep: ['cars'], of: 'x'}), labelled), {
		code: 'usage',
		message: 'stage classify: expected labels of the classifier, found x, cars; it knows cards, loans.',
	});
});

test('a classifier enters the fingerprint by its content', (t) => {
	t.regex(JSON.stringify(classify({model}).options), /"model":\{"identity":\{"probe":"[0-9a-f]{64}"\}\}/);
});

test('a million of one letter is classified', async (t) => {
	const {rows: found} = await runStage(classify({model}), [{text: 'a'.repeat(1_000_000)}]);
	t.is(found.length, 1);
});
