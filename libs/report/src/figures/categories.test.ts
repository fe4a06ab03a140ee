import test from 'ava';
import {categoryCounter} from './categories.ts';

test('counts values by split, the most frequent first, and apart what has none', (t) => {
	const counter = categoryCounter();
	for (const [value, split] of [
		['b', 'train'],
		['a', 'train'],
		['b', 'test'],
		[null, 'train'],
		['', 'test'],
	] as const)
		counter.add(value, split);
	t.deepEqual(counter.categories(), {
		rows: 3,
		empty: 2,
		distinct: 2,
		exact: true,
		once: 1,
		values: [
			{value: 'b', rows: 2, splits: {test: 1, train: 1}},
			{value: 'a', rows: 1, splits: {train: 1}},
		],
		others: 0,
	});
});

test('five thousand values are counted and a thousand listed', (t) => {
	const counter = categoryCounter();
	for (let value = 0; value < 5000; value++) counter.add(String(value), 'train');
	const found = counter.categories();
	t.deepEqual([found.distinct, found.values.length, found.others, found.once], [5000, 1000, 4000, 5000]);
});

test('more values than fit are counted together, and said to be more', (t) => {
	const counter = categoryCounter(2);
	for (const value of ['a', 'b', 'c', 'd', 'a']) counter.add(value, 'train');
	const found = counter.categories();
	t.deepEqual([found.rows, found.distinct, found.exact, found.others], [5, 2, false, 2]);
});

test('names that are whole texts stay apart and short', (t) => {
	const counter = categoryCounter();
	counter.add(`${'x'.repeat(1 << 20)}a`, 'train');
	counter.add(`${'x'.repeat(1 << 20)}b`, 'train');
	const {values} = counter.categories();
	t.is(values.length, 2);
	t.true(values.every(({value}) => value.length < 200));
});
