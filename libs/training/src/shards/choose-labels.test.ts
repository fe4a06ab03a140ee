import test from 'ava';
import {chooseLabels} from './choose-labels.ts';

test('classes are sorted, and rows of each split keep their order', (t) => {
	const given = {train: ['b', 'a', 'b', 'a'], validation: ['a', 'b']};
	const chosen = chooseLabels(given, 'error', 'here');
	t.deepEqual(chosen, {
		labels: ['a', 'b'],
		train: Int32Array.from([0, 1, 2, 3]),
		validation: Int32Array.from([0, 1]),
		dropped: {},
	});
});

test('a label that the held-out rows alone bear is never a class', (t) => {
	const given = {train: ['a', 'b', 'a', 'b', 'c'], validation: ['x', 'a']};
	const kept = chooseLabels(given, 'keep', 'here');
	t.deepEqual([kept.labels, [...kept.validation], kept.dropped], [['a', 'b', 'c'], [1], {'rare-label': 1}]);
	const dropped = chooseLabels(given, 'drop', 'here');
	t.deepEqual(
		[dropped.labels, [...dropped.train], dropped.dropped],
		[['a', 'b'], [0, 1, 2, 3], {'rare-label': 2}],
	);
});

test('many rare labels are named up to ten, and counted', (t) => {
	const train = Array.from({length: 14}, (_, index) => `label ${String(index).padStart(2, '0')}`);
	t.throws(() => chooseLabels({train, validation: []}, 'error', 'here'), {
		message: /^here: .* found "label 00" \(once\), .*"label 09" \(once\) and 4 more; merge/,
	});
});

test('fewer than two classes are refused', (t) => {
	t.throws(() => chooseLabels({train: ['a', 'a'], validation: []}, 'error', 'here'), {
		message: /found "a"; a classifier has nothing to tell apart\.$/,
	});
	t.throws(() => chooseLabels({train: [], validation: []}, 'error', 'here'), {message: /found none/});
});

test('a label is rare by the originals that bear it, however many variants they have', (t) => {
	const given = {
		train: ['a', 'b', 'a', 'b', 'c', 'c'],
		validation: ['c'],
		originals: ['a', 'b', 'a', 'b', 'c'],
	};
	t.throws(() => chooseLabels(given, 'error', 'here'), {message: /found "c" \(once\)/});
	t.deepEqual([...chooseLabels(given, 'drop', 'here').train], [0, 1, 2, 3]);
	t.deepEqual(chooseLabels(given, 'keep', 'here').labels, ['a', 'b', 'c']);
});
