import {int32, MillraceError, utf8} from '@millrace/core';
import {runStage, testStage} from '@millrace/testing';
import type {Augmenter} from '@millrace/text';
import test from 'ava';
import {acceptedVariants} from './accepted-variants.ts';
import {augment} from './augment.ts';
import {loseWords, swapWords} from './shape/example-augmenters.ts';

const texts = [
	'Please send the refund of $12.50 to jane@example.com before 12 March 2026.',
	'My card was charged twice and nobody answered my question about it.',
	'Why?',
	'',
	'Run `npm ci` with {{name}} and <ACCOUNT_ID>, then wait for the mail.',
];
const rows = texts.map((text, index) => ({text, split: index === 1 ? 'test' : 'train', n: index}));

testStage(test, 'augment', {
	stage: () =>
		augment({by: [swapWords, loseWords], n: 2, reads: {split: utf8}, when: ({split}) => split === 'train'}),
	rows,
});

const gates = {maxOverlap: 0.95};

test('yields each row and, after it, its variants with their lineage', async (t) => {
	const run = await runStage(augment({by: swapWords, n: 2, gates}), rows);
	const first = run.rows.filter(({source}) => source === 0);
	t.deepEqual(
		first.map(({row, child}) => [child, row['verdict'], row['augmented'], row['augmenter'], row['n']]),
		[
			[-1, 'original', false, null, 0],
			[0, 'accepted', true, 'swap-words', 0],
			[1, 'accepted', true, 'swap-words', 0],
		],
	);
	const [original, ...variants] = first.map(({row}) => row);
	t.is(original?.['text'], texts[0]);
	t.is(original?.['variants_missing'], 0);
	for (const variant of variants) {
		t.is(variant['parent_id'], original?.['group_id']);
		t.is(variant['group_id'], original?.['group_id']);
		t.regex(String(variant['backend']), /^swap-words [0-9a-f]{12}$/);
		t.true(Number.isInteger(variant['seed']) && Number(variant['noise_level']) > 0);
		for (const span of ['$12.50', 'jane@example.com', '12 March 2026'])
			t.is(String(variant['text']).split(span).length, 2, span);
	}
	t.not(variants[0]?.['text'], variants[1]?.['text']);
});

test('leaves other rows as they are and says of a row how many variants are missing', async (t) => {
	const run = await runStage(
		augment({by: swapWords, n: 2, attempts: 2, reads: {split: utf8}, when: ({split}) => split === 'train'}),
		rows,
	);
	const originals = run.rows.filter(({child}) => child < 0).map(({row}) => row);
	t.deepEqual(
		originals.map((row) => row['text']),
		texts,
	);
	t.deepEqual(
		originals.map((row) => row['variants_missing']),
		[0, null, 2, 2, 0],
	);
});

test('rejects a variant without a protected span, keeps it, and tries again', async (t) => {
	const stage = augment({by: loseWords, n: 1, attempts: 2, gates});
	const run = await runStage(stage, rows.slice(0, 2));
	t.deepEqual(
		run.rows.map(({row}) => [row['verdict'], row['attempt'], row['via']]),
		[
			['original', null, null],
			['spans-lost', 0, 'attempt 0'],
			['spans-lost', 1, 'attempt 1'],
			['original', null, null],
			['accepted', 0, 'attempt 0'],
		],
	);
	const kept = await runStage(
		acceptedVariants(gates),
		run.rows.map(({row}) => row),
	);
	t.deepEqual(
		kept.rows.map(({row}) => row['verdict']),
		['original', 'original', 'accepted'],
	);
	t.deepEqual(
		kept.drops.map(({row, reason, score}) => [row, reason, score]),
		[
			[1, 'spans-lost', 3],
			[2, 'spans-lost', 3],
		],
	);
});

test('the filter decides as the stage did where both have the same gates', async (t) => {
	for (const gates of [{}, {maxOverlap: 0.5}, {minChrf: 95, maxSpansLost: null}, {maxOverlap: null}]) {
		const run = await runStage(augment({by: [swapWords, loseWords], n: 2, gates}), rows);
		const all = run.rows.map(({row}) => row);
		const filtered = await runStage(acceptedVariants(gates), all);
		t.deepEqual(
			filtered.rows.map(({row}) => row),
			all.filter(({verdict}) => verdict === 'original' || verdict === 'accepted'),
		);
		for (const {row, reason} of filtered.drops) t.is(all[row]?.['verdict'], reason);
	}
});

test('augments again what has been augmented, originals alone, and keeps what the stage before wrote', async (t) => {
	const before = await runStage(augment({by: swapWords, n: 1}), rows);
	const after = await runStage(
		augment({by: loseWords, n: 1, more: true}),
		before.rows.map(({row}) => row),
	);
	const own = after.rows.filter(({row}) => row['augmenter'] !== 'lose-words');
	t.deepEqual(
		own.map(({row}) => ({...row, variants_missing: null})),
		before.rows.map(({row}) => ({...row, variants_missing: null})),
	);
	const groups = new Map(before.rows.map(({row}) => [row['group_id'], row['n']]));
	for (const {row} of after.rows) t.is(groups.get(row['group_id']), row['n']);
});

test('leaves rows in a language that the augmenter lacks, and counts their variants as missing', async (t) => {
	const stage = augment({
		by: {...swapWords, languages: ['en']},
		reads: {language: utf8},
		language: ({language}) => language,
	});
	const run = await runStage(stage, [
		{text: texts[1], language: 'de'},
		{text: texts[1], language: 'en'},
	]);
	t.deepEqual(
		run.rows.map(({row}) => [row['language'], row['verdict'], row['variants_missing']]),
		[
			['de', 'original', 1],
			['en', 'original', 0],
			['en', 'accepted', null],
		],
	);
});

test('keeps a group that rows have', async (t) => {
	const stage = augment({by: swapWords, reads: {n: int32}, group: ({n}) => (n === 0 ? 'thread 7' : null)});
	const run = await runStage(stage, rows.slice(0, 2));
	t.deepEqual(
		[...new Set(run.rows.filter(({source}) => source === 0).map(({row}) => row['group_id']))],
		['thread 7'],
	);
	const other = run.rows.filter(({source}) => source === 1).map(({row}) => row['group_id']);
	t.regex(String(other[0]), /^[0-9a-f]{32}$/);
	t.is(new Set(other).size, 1);
});

test('renames the column of the text', async (t) => {
	const {rows: out} = await runStage(augment({by: swapWords, columns: {text: 'body'}}), [
		{body: 'My card was charged twice and nobody answered.'},
	]);
	t.deepEqual(
		out.map(({row}) => [typeof row['body'], row['text']]),
		[
			['string', undefined],
			['string', undefined],
		],
	);
});

test('a row for which the augmenter fails goes on, with the failure as a rejected variant', async (t) => {
	const failing: Augmenter = {
		...swapWords,
		call: (request, options) =>
			request.texts.some((text) => text.startsWith('My card'))
				? Promise.reject(new Error('the text is too long'))
				: swapWords.call(request, options),
	};
	const well = await runStage(augment({by: swapWords, n: 2, gates}), rows);
	const run = await runStage(augment({by: failing, n: 2, gates}), rows);
	const others = (all: typeof run.rows) => all.filter(({source}) => source !== 1);
	t.deepEqual(others(run.rows), others(well.rows));
	t.deepEqual(run.quarantines, []);
	const [original, failed, ...more] = run.rows.filter(({source}) => source === 1).map(({row}) => row);
	t.like(original, {text: texts[1], verdict: 'original', variants_missing: 2});
	t.like(failed, {
		text: '',
		verdict: 'failed',
		via: 'the text is too long',
		augmenter: 'swap-words',
		parent_id: original?.['group_id'],
		attempt: 0,
	});
	t.deepEqual(more, []);
	const kept = await runStage(
		acceptedVariants(gates),
		run.rows.map(({row}) => row),
	);
	t.deepEqual(
		kept.drops.map(({reason}) => reason).filter((reason) => reason === 'failed'),
		['failed'],
	);
});

testStage(test, 'augment by an augmenter that fails for some rows', {
	stage: () =>
		augment({
			by: {
				...swapWords,
				call: (request, options) =>
					request.texts.some((text) => text.length > 60)
						? Promise.reject(new Error('too long'))
						: swapWords.call(request, options),
			},
			n: 2,
			gates,
		}),
	rows,
});

test('an augmenter that is down or broken ends the run', async (t) => {
	const failing = (error: Error): Augmenter => ({...swapWords, call: () => Promise.reject(error)});
	await t.throwsAsync(runStage(augment({by: failing(new MillraceError('temporary', 'gave up.'))}), rows), {
		code: 'stopped',
		message: /augmenter swap-words: .+ The last one says: gave up\./,
	});
	await t.throwsAsync(runStage(augment({by: failing(new MillraceError('usage', 'no model'))}), rows), {
		code: 'usage',
	});
	const short: Augmenter = {...swapWords, call: () => Promise.resolve({variants: []})};
	await t.throwsAsync(runStage(augment({by: short}), rows), {
		code: 'accounts',
		message: /expected variants of 5 texts, found 0/,
	});
});

test('refuses what is no augmenter and gates that are not known', (t) => {
	const wrong: object = {by: {name: 'x'}, gates: {maxChrf: 3}};
	t.throws((): unknown => Reflect.apply(augment, undefined, [wrong]), {
		code: 'usage',
		message: /by: .*gates.*maxChrf/s,
	});
});
