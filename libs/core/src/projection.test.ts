import test from 'ava';
import {int32, nullable, utf8} from './column.ts';
import {keepOnly, leaveOut, nameAnew, needValue} from './projection.ts';
import type {Schema} from './schema.ts';
import {runStep} from '../fixtures/run-step.ts';

const schema: Schema = new Map([
	['id', utf8.type],
	['text', nullable(utf8).type],
	['count', nullable(int32).type],
	['constructor', utf8.type],
]);

test('keeps the named columns in the order of the names, each once', (t) => {
	t.deepEqual(keepOnly('docs', ['count', 'id', 'count'], schema).columns, [
		['count', 'count'],
		['id', 'id'],
	]);
});

test('leaves the named columns out and the others in their order', (t) => {
	t.deepEqual(leaveOut('docs', ['text', 'constructor'], schema).columns, [
		['id', 'id'],
		['count', 'count'],
	]);
	t.deepEqual(leaveOut('docs', [], schema).columns.length, 4);
});

test('renames in place, also two columns to each other, and leaves alone what every object inherits', (t) => {
	t.deepEqual(nameAnew('docs', {id: 'text', text: 'id', count: undefined}, schema).columns, [
		['id', 'text'],
		['text', 'id'],
		['count', 'count'],
		['constructor', 'constructor'],
	]);
});

test('two columns of one name are refused', (t) => {
	t.throws(() => nameAnew('docs', {id: 'text'}, schema), {
		code: 'schema',
		message: 'docs: rename gives two columns the name text; choose another.',
	});
	t.throws(() => nameAnew('docs', {id: 'x', text: 'x', count: 'constructor'}, schema), {
		message: /the name x, constructor; choose another/,
	});
});

test('one error lists every column that is missing, and the one that was probably meant', (t) => {
	const there = 'Columns there: id, text, count, constructor.';
	const cases = [
		['select', () => keepOnly('docs', ['txt', 'id', 'cuont'], schema)],
		['drop', () => leaveOut('docs', ['txt', 'cuont'], schema)],
		['rename', () => nameAnew('docs', {txt: 'a', cuont: 'b'}, schema)],
		['required', () => needValue('docs', ['txt', 'cuont'], schema)],
	] as const;
	for (const [call, make] of cases) {
		const {message} = t.throws(make, {code: 'schema'});
		t.is(
			message,
			`docs: ${call}: column txt (utf8) is missing, perhaps text was meant; column cuont (utf8) is missing, perhaps count was meant. ${there}`,
		);
	}
});

test('required drops a row by the first of its columns that is null, and narrows the others', async (t) => {
	const step = needValue('docs', ['text', 'count'], schema);
	t.deepEqual(step.adds, {text: {type: {kind: 'utf8'}}, count: {type: {kind: 'int32'}}});
	t.deepEqual(step.options, ['text', 'count']);
	const output = await runStep(step, [
		{text: '', count: 0},
		{text: null, count: null},
		{text: 'a', count: null},
		{text: 'b', count: 2},
	]);
	t.deepEqual(output.columns, {text: ['', 'b'], count: [0, 2]});
	t.deepEqual(output.drops, [
		{row: 1, reason: 'no-text'},
		{row: 2, reason: 'no-count'},
	]);
});

test('a column named drop cannot be required, since it would drop every row', (t) => {
	t.throws(() => needValue('docs', ['drop'], new Map([['drop', nullable(utf8).type]])), {
		code: 'usage',
		message: /^docs: required: a column may not be named drop/,
	});
});
