import {int32, list, nullable, struct, utf8} from '@millrace/core';
import test from 'ava';
import {columnsOption} from './columns-option.ts';

test('gives columns in the order in which they were named', (t) => {
	t.deepEqual(columnsOption.parse({b: utf8, a: nullable(int32)}), [
		['b', utf8],
		['a', nullable(int32)],
	]);
});

for (const [title, column] of [
	['lists', list(utf8)],
	['structs', struct({a: utf8})],
	['names of types', 'utf8'],
	['null', null],
] as const) {
	test(`refuses ${title}`, (t) => {
		t.regex(
			columnsOption.safeParse({a: column}).error?.message ?? '',
			/expected the type of a column of scalars/,
		);
	});
}
