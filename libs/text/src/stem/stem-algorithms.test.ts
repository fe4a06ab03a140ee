import test from 'ava';
import {stemTable} from './stem-algorithms.ts';

test('names are in order, and none is there twice', (t) => {
	const names = stemTable.map(({name}) => name);
	t.deepEqual(names, [...new Set(names)].toSorted());
});

test('no language tag chooses two algorithms', (t) => {
	const tags = stemTable.flatMap(({languages}) => languages);
	t.is(new Set(tags).size, tags.length);
	for (const tag of tags) t.regex(tag, /^[a-z]{2,3}$/);
});

test('every algorithm stems', (t) => {
	for (const {name, stem} of stemTable) t.is(stem(''), '', name);
});
