import test from 'ava';
import {splitLengths} from './split-lengths.ts';

test('lengths are told by split and of all', (t) => {
	const lengths = splitLengths();
	lengths.add('train', 3);
	lengths.add('train', 5);
	lengths.add('test', 100);
	lengths.add('test', null);
	const found = lengths.figures();
	t.is(found?.nulls, 1);
	t.like(found?.all, {rows: 3, total: 108, min: 3, p50: 5, max: 100});
	t.like(found?.splits, {train: {rows: 2, max: 5}, test: {rows: 1, min: 100}});
});

test('no lengths are none', (t) => {
	const lengths = splitLengths();
	lengths.add('train', null);
	t.is(lengths.figures(), null);
});
