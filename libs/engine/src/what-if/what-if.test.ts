import {join} from 'node:path';
import {defineBarrier, defineStage, int32, int64, pipeline, utf8, type PipelinePlan} from '@millrace/core';
import {fromJsonl, localStore, toJsonl} from '@millrace/io';
import test, {type ExecutionContext} from 'ava';
import {z} from 'zod';
import {directExecutor} from '../../fixtures/direct-executor.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {refresh} from '../run/refresh.ts';
import {whatIf, type WhatIfOptions} from './what-if.ts';

const counters = defineStage({
	name: 'counters',
	needs: {text: utf8},
	adds: {size: int32, vowels: int64},
	map: ({text}) => ({size: text.length, vowels: BigInt(text.replaceAll(/[^aeiou]/g, '').length)}),
});

const sized = defineStage({
	name: 'sized',
	needs: {size: int32},
	options: {least: z.number().nullable().default(3), most: z.number().default(8)},
	rules: [
		{reason: 'short', score: ({size}) => size, dropIf: '<', threshold: 'least'},
		{reason: 'long', score: ({size}) => size, dropIf: '>', threshold: 'most'},
	],
});

const voiced = defineStage({
	name: 'voiced',
	needs: {vowels: int64, size: int32},
	options: {share: z.number().default(0.2)},
	rules: [
		{
			reason: 'mute',
			score: ({vowels, size}) => (size === 0 ? null : Number(vowels) / size),
			dropIf: '<',
			threshold: 'share',
		},
	],
});

const once = defineBarrier({
	name: 'once',
	needs: {text: utf8},
	keys: {text: utf8},
	ties: 'position',
	extract: ({length, columns: {text}}) => ({length, columns: {text}}),
	async *decide(keys) {
		let before: string | undefined;
		for await (const chunk of keys) {
			const verdicts = [];
			for (const {ref, values} of chunk) {
				if (values.text === before) verdicts.push({ref, drop: {reason: 'again'}});
				before = values.text;
			}
			yield verdicts;
		}
	},
});

const words = ['', 'a', 'ox', 'crwth', 'corn', 'corn', 'mill', 'river', 'waterwheel'];

async function swept(
	t: ExecutionContext,
	declare: (files: string) => PipelinePlan,
	options: Partial<WhatIfOptions> = {},
) {
	const lines = words.map((text) => `${JSON.stringify({text})}\n`).join('');
	const folder = temporaryFolder(t, {'words.jsonl': lines});
	const store = localStore(join(folder, 'data'));
	const plan = declare(join(folder, 'words.jsonl'));
	const {manifest} = await refresh(plan, {store, executor: directExecutor(store)});
	return whatIf(plan, {store, manifest, ...options});
}

const read = (files: string) => pipeline('words', fromJsonl({files, columns: {text: utf8}})).pipe(counters());

test('says for each threshold what a rule keeps alone, and what would be published with all others', async (t) => {
	const [short] = await swept(
		t,
		(files) => read(files).pipe(sized()).pipe(voiced()).pipe(once()).write(toJsonl()),
		{
			rule: 'sized.least',
			values: [0, 1, 2, 5],
		},
	);
	t.like(short, {reason: 'short', threshold: 3, scored: 9, exempt: 0, notKept: 0, unreached: {}});
	t.deepEqual(
		short?.swept.map(({threshold, current, keeps, drops, published, unseen}) => [
			threshold,
			current,
			keeps,
			drops,
			published,
			unseen,
		]),
		[
			// Without a bound, "" (which the other rule does not judge), "a" and "ox" would go on; "crwth" is mute, one "corn" is again.
			[0, false, 9, 0, 6, 3],
			[1, false, 8, 1, 5, 2],
			[2, false, 7, 2, 4, 1],
			[3, true, 6, 3, 3, 0],
			[5, false, 3, 6, 1, 0],
		],
	);
});

test('at the thresholds that stand, what would be published is what is', async (t) => {
	const all = await swept(t, (files) =>
		read(files).pipe(sized()).pipe(voiced()).pipe(once()).write(toJsonl()),
	);
	t.is(all.length, 3);
	for (const {swept: own} of all) {
		t.like(
			own.find(({current}) => current),
			{published: 3, unseen: 0},
		);
		t.true(own.length > 1);
	}
});

test('a figure of 64 bits that was kept as text, a null one and a rule that is off are understood', async (t) => {
	const found = await swept(t, (files) =>
		read(files)
			.pipe(sized({least: null}))
			.pipe(voiced())
			.write(toJsonl()),
	);
	t.deepEqual(
		found.map(({reason, threshold, scored, exempt}) => [reason, threshold, scored, exempt]),
		[
			['short', null, 9, 0],
			['long', 8, 9, 0],
			['mute', 0.2, 8, 1],
		],
	);
	t.like(found[2]?.scores, {least: 0, most: 1});
});

test('rows that left before the figures were made, and columns that are not kept, are counted apart', async (t) => {
	const [short] = await swept(t, (files) =>
		pipeline('words', fromJsonl({files, columns: {text: utf8}}))
			.filter('empty', ({text}) => text !== '')
			.pipe(counters())
			.pipe(sized())
			.drop('size')
			.write(toJsonl()),
	);
	t.like(short, {scored: 3, unreached: {empty: 1}, notKept: 5});
});

test('a column that has another name by now is found', async (t) => {
	const [short] = await swept(t, (files) =>
		read(files).pipe(sized()).rename({size: 'letters'}).write(toJsonl()),
	);
	t.like(short, {scored: 9, notKept: 0});
});

test('a rule that is not there is refused with those that are', async (t) => {
	await t.throwsAsync(
		swept(t, (files) => read(files).pipe(sized()).write(toJsonl()), {rule: 'sized.last'}),
		{
			code: 'usage',
			message:
				'pipeline words: expected a rule as stage.option, found "sized.last"; known are sized.least, sized.most; did you mean sized.least?',
		},
	);
	t.deepEqual(await swept(t, (files) => read(files).write(toJsonl())), []);
});

test('a rule that takes a column only of some rows still reads it', async (t) => {
	const sometimes = defineStage({
		name: 'sometimes',
		needs: {text: utf8, size: int32},
		options: {most: z.number().default(20)},
		rules: [
			{
				reason: 'odd',
				score: ({size, ...row}) => (size > 3 ? row.text.length : 0),
				dropIf: '>',
				threshold: 'most',
			},
		],
	});
	const [odd] = await swept(t, (files) => read(files).pipe(sometimes()).write(toJsonl()));
	t.like(odd, {scored: 9, scores: {most: 10}});
});
