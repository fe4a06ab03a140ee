import {defineStage, int32, utf8} from '@millrace/core';
import {runStage} from '@millrace/testing';
import test from 'ava';
import {z} from 'zod';
import {eitherStage} from './either-stage.ts';

const sized = eitherStage(
	defineStage({
		name: 'sized',
		needs: {text: utf8},
		adds: {size: int32},
		options: {by: z.literal('text').default('text')},
		map: ({text}) => ({size: text.length}),
	}),
	defineStage({
		name: 'sized',
		needs: {code: utf8},
		adds: {size: int32},
		options: {by: z.literal('code')},
		map: ({code}) => ({size: -code.length}),
	}),
	({by = 'text'}) => by === 'text',
	{by: z.enum(['text', 'code']).default('text')},
);

test('is the one of two stages that the options ask for', async (t) => {
	const rows = [{text: 'ab', code: 'abc', body: ''}];
	for (const [stage, size] of [
		[sized(), 2],
		[sized({by: 'code'}), -3],
		[sized({by: 'code', columns: {code: 'text'}}), -2],
	] as const)
		t.is((await runStage(stage, rows)).rows[0]?.row['size'], size);
});

test('shows the options of both', (t) => {
	t.deepEqual(Object.keys(sized.definition.options ?? {}), ['by']);
	t.is(sized.definition.name, 'sized');
});

test('stands for the module that declared it', (t) => {
	t.is(sized().origin.module, import.meta.url);
});
