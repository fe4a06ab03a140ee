import test from 'ava';
import {ngramCounter} from './ngram-counter.ts';
import {END, START, UNKNOWN} from './ngram-model.ts';

const limits = {unit: 'word', order: 3, mostNgrams: 1000, mostUnits: 1000} as const;

test('counts occurrences and distinct units to the left', (t) => {
	const {add, counted} = ngramCounter(limits);
	add('a b a');
	add('a b');
	const {units, occurrences, extensions, tables, texts, total} = counted();
	t.deepEqual({units, texts, total}, {units: ['a', 'b'], texts: 2, total: 5});
	// By id: unknown, start, end, a, b.
	t.deepEqual([...occurrences], [0, 0, 2, 3, 2]);
	t.deepEqual([...extensions], [0, 0, 2, 2, 1]);
	const {prefixes, units: last, counts} = tables[0]?.columns() ?? {};
	t.deepEqual([...(prefixes ?? [])], [START, 3, 4, 3, 4]);
	t.deepEqual([...(last ?? [])], [3, 4, 3, END, END]);
	t.deepEqual([...(counts ?? [])], [2, 2, 1, 1, 1]);
});

test('counts what the limits leave out', (t) => {
	const {add, counted} = ngramCounter({...limits, mostNgrams: 2, mostUnits: 1});
	add('a b c');
	const {units, occurrences, refused, unknown} = counted();
	t.deepEqual(units, ['a']);
	t.is(occurrences[UNKNOWN], 2);
	t.is(unknown, 2);
	t.true(refused > 0);
});
