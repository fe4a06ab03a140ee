import {parseClassifier} from '@millrace/probes';
import test from 'ava';
import {categoryCounter} from '../figures/categories.ts';
import {probeRows} from './measure-probe.ts';

type Row = readonly [split: string, text: string, label: string];

async function measured(rows: readonly Row[], training: string | undefined = 'train') {
	const [probe, labels] = [probeRows(training), categoryCounter()];
	for (const [index, [split, text, label]] of rows.entries()) {
		labels.add(label, split);
		probe.add(split, String(index).padStart(6, '0'), text, label);
	}
	return probe.measure(labels.categories());
}

const told = Array.from({length: 120}, (_, index): Row => {
	const label = index % 3 === 0 ? 'river' : 'mill';
	return [index % 4 === 0 ? 'test' : 'train', `the ${label} number ${index}`, label];
});

test('a label that the text tells is learnt, and the classifier can be read again', async (t) => {
	const {figures, classifier} = await measured(told);
	t.like(figures.training, {split: 'train', rows: 90, of: 90});
	t.is(figures.evaluations[0]?.split, 'test');
	t.is(figures.evaluations[0]?.figures.accuracy, 1);
	t.is(figures.evaluations[0]?.figures.majority?.label, 'mill');
	t.is(parseClassifier(classifier ?? '').predict(['the river'])[0]?.label, 'river');
	t.deepEqual(await measured(told), {figures, classifier});
});

test('where there is nothing to learn it says so', async (t) => {
	const notice = async (rows: readonly Row[], training?: string): Promise<string | undefined> =>
		(await measured(rows, training)).figures.notices.at(-1);
	t.regex(
		(await notice([
			['train', 'a', 'x'],
			['train', 'b', 'x'],
		])) ?? '',
		/same label/,
	);
	t.regex((await notice([['test', 'a', 'x']])) ?? '', /^No row of train has both/);
	t.regex((await notice([])) ?? '', /^No row of train has both/);
	const many = Array.from({length: 5000}, (_, index): Row => ['train', 'a', `label ${index}`]);
	t.regex((await notice(many)) ?? '', /^The label has 5000 values; a probe is trained on at most 200\.$/);
	t.regex((await notice(told.filter(([split]) => split === 'train'))) ?? '', /no held-out split/);
});
