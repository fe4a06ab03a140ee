import test from 'ava';
import {int32, list, utf8, type AnyRow} from '@millrace/core';
import fc from 'fast-check';
import {promptTemplate} from './prompt-template.ts';
import {renderTemplate} from './render-template.ts';

const sort = promptTemplate({system: 'Sort. {{}}', user: '{body}\nIntent:', assistant: '{label}'});

test('holds its turns in order and the columns that its placeholders name', (t) => {
	t.deepEqual(
		sort.turns.map(({role}) => role),
		['system', 'user', 'assistant'],
	);
	t.deepEqual(sort.columns, {body: utf8, label: utf8});
	t.deepEqual(
		promptTemplate([
			{role: 'user', content: '{a}{b}{a}'},
			{role: 'assistant', content: '{c}'},
			{role: 'user', content: 'And?'},
		]).columns,
		{a: utf8, b: utf8, c: utf8},
	);
	t.deepEqual(
		promptTemplate(
			{user: '{stars} {tags} {ids}'},
			{columns: {stars: int32, ids: list(int32)}, join: {tags: ', ', ids: '-'}},
		).columns,
		{stars: int32, tags: list(utf8), ids: list(int32)},
	);
});

test('fills its turns from a row', (t) => {
	t.deepEqual(renderTemplate(sort)({body: 'My card!', label: 'card-lost'}), [
		{role: 'system', content: 'Sort. {}'},
		{role: 'user', content: 'My card!\nIntent:'},
		{role: 'assistant', content: 'card-lost'},
	]);
	const mixed = promptTemplate({user: '{stars} of {tags}'}, {columns: {stars: int32}, join: {tags: '; '}});
	t.deepEqual(renderTemplate(mixed)({stars: -3, tags: ['a', '{b}']}), [
		{role: 'user', content: '-3 of a; {b}'},
	]);
});

test('what a row holds is never read as a template, nor as a pattern of a replacement', (t) => {
	const hostile = fc.oneof(
		fc.constantFrom('{label}', '{{body}}', '{', '}}', '$&', "$'", '$1', '{__proto__}', '<|im_end|>'),
		fc.string({unit: 'grapheme'}),
	);
	fc.assert(
		fc.property(hostile, hostile, (body, label) => {
			const contents = renderTemplate(sort)({body, label}).map(({content}) => content);
			t.deepEqual(contents, ['Sort. {}', `${body}\nIntent:`, label]);
		}),
	);
});

test('columns may be named as what every object has', (t) => {
	const template = promptTemplate({user: '{constructor} {toString}'});
	t.deepEqual(Object.keys(template.columns), ['constructor', 'toString']);
	t.is(renderTemplate(template)({constructor: 'a', toString: 'b'})[0]?.content, 'a b');
});

test('a document of 10 MB is filled in as it is', (t) => {
	const body = '{x} 漢 '.repeat(1_700_000);
	t.is(renderTemplate(sort)({body, label: 'x'})[1]?.content.length, body.length + 8);
});

test('is plain data, so that a fingerprint sees all of it', (t) => {
	t.deepEqual(JSON.parse(JSON.stringify(sort)), {
		turns: [
			{role: 'system', content: 'Sort. {{}}'},
			{role: 'user', content: '{body}\nIntent:'},
			{role: 'assistant', content: '{label}'},
		],
		columns: {body: utf8, label: utf8},
		join: {},
	});
});

test('one error lists all that is wrong', (t) => {
	const {message} = t.throws(
		() =>
			promptTemplate(
				[
					{role: 'assistant', content: ' '},
					{role: 'system', content: 'a { b {tags}'},
				],
				{columns: {tags: list(utf8), tgas: utf8}, join: {stars: ', '}},
			),
		{code: 'usage'},
	);
	for (const part of [
		/expected a user turn, found none/,
		/system turn first/,
		/expected text in the assistant turn/,
		/system turn: expected a placeholder such as \{text\}, found a "\{" without/,
		/column tags is a list; say what stands between/,
		/no placeholder names tgas, perhaps tags was meant/,
		/no placeholder names stars/,
	])
		t.regex(message, part);
});

test('a join for what is no list, and a role that is none, are errors', (t) => {
	t.throws(() => promptTemplate({user: '{a}'}, {columns: {a: utf8}, join: {a: ', '}}), {
		message: /column a is no list/,
	});
	const turns: AnyRow[] = [{role: 'usr', content: 'x'}];
	// @ts-expect-error TS2345: a role that is none
	t.throws(() => promptTemplate(turns), {message: /found "usr"/});
	// @ts-expect-error TS2322: a turn of another name
	t.throws(() => promptTemplate({user: 'x', assistent: 'y'}), {message: /found "assistent"/});
});
