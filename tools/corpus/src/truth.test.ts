import test from 'ava';
import {corpusPlan} from './corpus-options.ts';
import {noCounts, truthOf} from './truth.ts';

test('counts of files add up, and scripts come in order', (t) => {
	const [one, other] = [noCounts(), noCounts()];
	Object.assign(one, {documents: 2, bytes: 10, exact: 1});
	Object.assign(other, {documents: 3, bytes: 20, crlf: 2});
	one.scripts.set('Thai', 2);
	other.scripts.set('Thai', 1).set('Greek', 2);
	one.groups[7] = 2;
	other.groups[7] = 3;
	const truth = truthOf(corpusPlan({bytes: 1000}), [
		{name: 'a', counts: one},
		{name: 'b', counts: other},
	]);
	t.like(truth, {documents: 5, bytes: 30, exact: 1, crlf: 2, near: 0});
	t.deepEqual(Object.entries(truth.scripts), [
		['Greek', 2],
		['Thai', 3],
	]);
	t.is(truth.groups[7], 5);
	t.deepEqual(truth.files, [
		{name: 'a', documents: 2, bytes: 10},
		{name: 'b', documents: 3, bytes: 20},
	]);
});
