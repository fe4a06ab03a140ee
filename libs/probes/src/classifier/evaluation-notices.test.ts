import test from 'ava';
import {evaluationNotices} from './evaluation-notices.ts';

const label = (name: string, trained: number, support: number) => ({
	...{label: name, trained, support, predicted: 0},
	...{precision: null, recall: null, f1: null},
});

test('says nothing of rows enough', (t) => {
	t.deepEqual(evaluationNotices(500, [label('a', 9, 250), label('b', 9, 250)]), []);
});

test('names labels that are absent, rare or without a held-out row', (t) => {
	t.deepEqual(
		evaluationNotices(50, [label('a', 0, 2), label('b', 1, 2), label('c', 5, 0), label('d', 6, 0)]),
		[
			'Only 50 held-out rows: the interval is wide.',
			'One label is absent from training: "a". Rows that bear it count as wrong; add examples to the training split.',
			'One label occurs once in training: "b". Expect little of it; add examples.',
			'2 labels have no held-out row: "c", "d". Nothing is known of how well they are told apart.',
		],
	);
});

test('names ten labels at most', (t) => {
	const labels = Array.from({length: 13}, (_, index) => label(`l${index}`, 0, 1));
	t.regex(evaluationNotices(200, labels)[0] ?? '', /^13 labels are absent .* and 3 more\. /);
});
