import test from 'ava';
import {examples} from './fixtures/examples.ts';
import {measureClassifier, measureFolds, measureLanguageModels} from './measure.ts';

test('says how well a classifier does', async (t) => {
	const [first = '', accuracy = ''] = await measureClassifier(examples(300), examples(100, 2));
	t.regex(first, /^300 rows trained in [\d.]+ s, 100 judged, 3 labels, \d+ bytes saved$/);
	t.regex(accuracy, /^accuracy 0\.\d{3}$/);
});

test('keeps a group whole in one fold', async (t) => {
	// A text's label depends on its group, and nothing of another group tells it.
	const rows = Array.from({length: 100}, (_, row) => ({
		text: `group${Math.floor(row / 10)}`,
		label: `label${Math.floor(row / 10) % 2}`,
		group: `g${Math.floor(row / 10)}`,
	}));
	const [, accuracy = ''] = await measureFolds(rows, 'group');
	t.true(Number(accuracy.split(' ')[1]) <= 0.6, accuracy);
});

test('says how well language models of several kinds do', async (t) => {
	const lines = await measureLanguageModels(examples(100), examples(20, 2));
	t.is(lines.length, 4);
	t.regex(
		lines[0] ?? '',
		/^\{\} \d+ n-grams in [\d.]+ s, perplexity [\d.]+, bits a byte [\d.]+, \d+ bytes saved$/,
	);
});
