import test from 'ava';
import {int32, int64, list, nullable, utf8} from './column.ts';
import {checkStep, columnFaults, schemaAfter, typeOf, type Schema} from './schema.ts';

const schema: Schema = new Map([
	['id', utf8.type],
	['text', nullable(utf8).type],
	['tokens', list(utf8).type],
]);

test('one error lists every missing and every mistyped column, what was meant and what is there', (t) => {
	const needs = {text: utf8, tkens: list(utf8), id: int64, embedding: int32};
	t.throws(
		() => {
			checkStep('docs', schema, {name: 'count', needs, columns: new Map()});
		},
		{
			code: 'schema',
			message:
				'docs: stage count cannot run: column text is utf8 or null, expected utf8; column tkens (list<utf8>) is missing, perhaps tokens was meant; ' +
				'column id is utf8, expected int64; column embedding (int32) is missing. Columns there: id, text, tokens.',
		},
	);
});

test('a role is looked for under the name that the user gave', (t) => {
	const step = {name: 'count', needs: {words: list(utf8)}, columns: new Map([['words', 'tokens']])};
	t.notThrows(() => {
		checkStep('docs', schema, step);
	});
	t.throws(
		() => {
			checkStep('docs', schema, {...step, columns: new Map([['words', 'txt']])});
		},
		{message: /column txt \(list<utf8>\) is missing, perhaps text was meant/},
	);
});

test('two roles that stand for one column are both checked', (t) => {
	const columns = new Map([
		['a', 'id'],
		['b', 'id'],
	]);
	for (const needs of [
		{a: utf8, b: int32},
		{b: utf8, a: int32},
	]) {
		t.throws(
			() => {
				checkStep('docs', schema, {name: 'both', needs, columns});
			},
			{message: /cannot run: column id is utf8, expected int32\. /},
		);
	}
	t.throws(
		() => {
			checkStep('docs', new Map(), {name: 'both', needs: {a: utf8, b: utf8}, columns});
		},
		{message: /cannot run: column id \(utf8\) is missing\. /},
	);
});

test('a column that is not nullable may stand where null is allowed', (t) => {
	t.deepEqual(columnFaults(schema, new Map([['id', nullable(utf8).type]])), []);
	t.deepEqual(columnFaults(schema, new Map()), []);
});

test('a projection chooses, orders and renames; a step writes over and appends', (t) => {
	const projected = schemaAfter(schema, {
		kind: 'project',
		columns: [
			['tokens', 'words'],
			['id', 'id'],
		],
	});
	t.deepEqual(
		[...projected],
		[
			['words', list(utf8).type],
			['id', utf8.type],
		],
	);
	const step = {
		name: 'step',
		needs: {},
		adds: {text: utf8, n: int32},
		columns: new Map([['n', 'count']]),
		options: {},
		origin: {module: import.meta.url, functions: []},
		body: {kind: 'stage', run: () => ({length: 0, columns: {}})},
	} as const;
	t.deepEqual(
		[...schemaAfter(schema, {kind: 'step', step})],
		[
			['id', utf8.type],
			['text', utf8.type],
			['tokens', list(utf8).type],
			['count', int32.type],
		],
	);
	t.is(schema.size, 3);
});

test('the type of a column that is not there is an error that lists those that are', (t) => {
	t.deepEqual(typeOf(schema, 'id'), utf8.type);
	t.throws(() => typeOf(schema, 'toString'), {
		code: 'schema',
		message: 'column toString is missing; columns there: id, text, tokens.',
	});
});
