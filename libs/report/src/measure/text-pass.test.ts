import {nullable, utf8, vector} from '@millrace/core';
import test from 'ava';
import {textPass} from './text-pass.ts';

const table = (split: string, texts: readonly (string | null)[]) => ({
	split,
	length: texts.length,
	vectors: new Map([
		['text', vector(nullable(utf8).type, texts)],
		[
			'row_id',
			vector(
				utf8.type,
				texts.map((_, row) => `${split}${row}`),
			),
		],
		[
			'row_source',
			vector(
				utf8.type,
				texts.map(() => 'a.md'),
			),
		],
	]),
});

test('held-out rows are judged by what training holds', (t) => {
	const pass = textPass({text: 'text'}, ['test', 'train'], 'train');
	const words = Array.from({length: 13}, (_, index) => `w${index}`).join(' ');
	const [test, train] = [
		table('test', ['mill', `${words} more`, null, ' ']),
		table('train', ['mill', `some ${words}`]),
	];
	pass.add(test);
	pass.add(train);
	pass.judge(test);
	const {text, duplicates, overlap, samples} = pass.figures();
	t.is(text?.empty, 2);
	t.like(text?.characters, {nulls: 1, all: {rows: 5}});
	t.like(duplicates, {rows: 4, distinct: 3, heldOut: [{split: 'test', rows: 2, known: 1}]});
	t.deepEqual(
		overlap?.sizes.map(({splits}) => splits),
		[[{split: 'test', rows: 1, shared: 1}], [{split: 'test', rows: 1, shared: 1}]],
	);
	t.deepEqual(
		samples.map(({split, rows}) => [split, rows.map(({id}) => id)]),
		[
			['test', ['test0', 'test1']],
			['train', ['train0', 'train1']],
		],
	);
});

test('of one split there is no overlap, and without labels no probe', async (t) => {
	const pass = textPass({text: 'text'}, ['train'], 'train');
	pass.add(table('train', ['mill']));
	t.is(pass.figures().overlap, null);
	t.is(await pass.probe(null), null);
});
