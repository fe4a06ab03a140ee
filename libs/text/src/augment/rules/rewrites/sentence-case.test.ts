import test from 'ava';
import {casedAs, endOf, withoutCapital} from './sentence-case.ts';

const small = [
	['The bank', 'the bank'],
	['I am', 'I am'],
	["I'm", "I'm"],
	["We've paid", "we've paid"],
	['Ann paid', undefined],
	['my card', 'my card'],
] as const;

for (const [clause, without] of small)
	test(`makes ${clause} small, if it may`, (t) => t.is(withoutCapital(clause), without));

test('gives a sentence the first letter of another', (t) => {
	t.is(casedAs('My card', 'the bank'), 'The bank');
	t.is(casedAs('my card', 'the bank'), 'the bank');
	t.is(casedAs('i paid', 'today i paid'), 'today i paid');
	t.is(casedAs('I paid', 'today I paid'), 'Today I paid');
});

test('tells the mark at the end', (t) => {
	t.deepEqual(
		[endOf('A b.'), endOf('A b?'), endOf('A b')],
		[
			['A b', '.'],
			['A b', '?'],
			['A b', ''],
		],
	);
});
