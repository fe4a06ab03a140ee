import test from 'ava';
import {trainingNotices} from './training-notices.ts';

test('says nothing of rows enough', (t) => {
	t.deepEqual(trainingNotices(['a', 'b'], [5, 5], 10), []);
});

test('names labels that occur once, ten at most', (t) => {
	const labels = Array.from({length: 12}, (_, index) => `l${index}`);
	const [notice = ''] = trainingNotices(
		labels,
		labels.map(() => 1),
		10,
	);
	t.regex(notice, /^12 labels occur once in training: "l0", .*"l9" and 2 more\. /);
});

test('says that scores are not calibrated where nothing was held out', (t) => {
	t.regex(trainingNotices(['a', 'b'], [3, 3], 0)[0] ?? '', /not calibrated/);
	t.is(trainingNotices(['a'], [3], 0).length, 1, 'one label needs no calibration');
});
