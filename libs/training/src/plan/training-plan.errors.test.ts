import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {int32, list, struct, utf8} from '@millrace/core';
import test from 'ava';
import {writeBase} from '../../fixtures/base.ts';
import {listIn, planOf, shardRows, texts} from '../../fixtures/planned.ts';
import {labelled, sentences, temporaryFolder} from '../../fixtures/published.ts';

test('a document longer than the context is an error with the count and the longest, and nothing is left', async (t) => {
	const folder = temporaryFolder(t);
	const long = sentences(40).join(' ');
	const splits = {
		train: texts([...sentences(20), long, long.slice(0, 900)]),
		validation: texts(sentences(5, 60)),
	};
	const error = await t.throwsAsync(planOf(t, {splits, folder, recipe: {context: 64}}), {code: 'usage'});
	t.regex(
		error.message,
		/^recipe for notes version 1: expected documents of at most 64 tokens, found 2 longer ones among 27, the longest with \d{3,}; raise context, or set overLength: 'split' or 'drop'\.$/,
	);
	t.false(existsSync(join(folder, 'training/shared/shards')));
});

test('columns that are missing or of another type are one error', async (t) => {
	const columns = {text: utf8, label: utf8, size: int32};
	const recipe = {objective: 'classification', columns: {text: 'txt', label: 'size'}};
	const error = await t.throwsAsync(planOf(t, {splits: {train: [], validation: []}, columns, recipe}), {
		code: 'schema',
	});
	t.regex(
		error.message,
		/columns\.text: expected a column "txt", found label, size, text; did you mean "text"\?/,
	);
	t.regex(error.message, /; columns\.label: expected "size" to be .*, found int32\.$/);
});

test('a split that is not there is named, with those that are', async (t) => {
	await t.throwsAsync(planOf(t, {splits: {train: texts(sentences(5)), test: texts(sentences(5))}}), {
		message: /expected rows in splits\.validation: validation, found none \(its splits are test, train\)/,
	});
});

test('a label that occurs once is an error that names it; its rows can be dropped, or kept', async (t) => {
	const rare = [{text: 'a new licence', label: 'Legal'}];
	const splits = {
		train: [...labelled(30), ...rare],
		validation: [...labelled(9), {text: 'odd', label: 'Other'}],
	};
	const columns = {text: utf8, label: utf8};
	const recipe = {objective: 'classification', context: 64};
	const error = await t.throwsAsync(planOf(t, {splits, columns, recipe}), {code: 'usage'});
	t.regex(
		error.message,
		/expected each label on two training rows at least, found "Legal" \(once\), "Other" \(in no training row\); merge or drop such labels in the pipeline, or set rareLabels: 'drop' or 'keep'/,
	);
	const dropped = await planOf(t, {splits, columns, recipe: {...recipe, rareLabels: 'drop'}});
	t.deepEqual(dropped.tokens.labels, ['Added', 'Fixed', 'Removed']);
	t.deepEqual(
		[dropped.tokens.splits.train.dropped, dropped.tokens.splits.validation.dropped],
		[{'rare-label': 1}, {'rare-label': 1}],
	);
	const kept = await planOf(t, {splits, columns, recipe: {...recipe, rareLabels: 'keep'}});
	t.deepEqual(kept.tokens.labels, ['Added', 'Fixed', 'Legal', 'Removed']);
	await t.throwsAsync(
		planOf(t, {splits: {train: rare, validation: rare}, columns, recipe: {...recipe, rareLabels: 'keep'}}),
		{
			message: /expected two labels or more, found "Legal"; a classifier has nothing to tell apart/,
		},
	);
});

test('a long classified text is refused as well, and truncated only where the recipe says so', async (t) => {
	const splits = {
		train: [...labelled(30), {text: sentences(20).join(' '), label: 'Added'}],
		validation: labelled(9),
	};
	const columns = {text: utf8, label: utf8};
	const recipe = {objective: 'classification', context: 64};
	await t.throwsAsync(planOf(t, {splits, columns, recipe}), {
		message: /found 1 longer ones among 40, .* overLength: 'truncate' or 'drop'/,
	});
	const plan = await planOf(t, {splits, columns, recipe: {...recipe, overLength: 'truncate'}});
	t.like(plan.tokens.splits.train, {documents: 31, overLong: 1, cut: 1});
	t.is(Math.max(...shardRows(plan, 'train').map((row) => listIn(row, 'input_ids').length)), 64);
});

test('a base that is not whole is one error that lists what is missing, the template where chats are learned', async (t) => {
	const folder = temporaryFolder(t);
	const everything = ['config.json', 'model.safetensors', 'tokenizer.json', 'chat_template.jinja'];
	const base = await writeBase(join(folder, 'base'), everything);
	const columns = {text: utf8, messages: list(struct({role: utf8, content: utf8}))};
	const splits = {train: [], validation: []};
	const chats = {base, columns: {messages: 'messages'}};
	await t.throwsAsync(planOf(t, {splits, columns, recipe: chats, folder}), {
		code: 'missing',
		message:
			/found config\.json, model\.safetensors, tokenizer\.json, a chat template \(chat_template\.jinja\) missing;/,
	});
	await t.throwsAsync(planOf(t, {splits, columns, recipe: {base: join(folder, 'none')}, folder}), {
		message: /expected the folder of a Hugging Face model, found no such folder/,
	});
	await writeBase(base, ['chat_template.jinja']);
	await t.throwsAsync(planOf(t, {splits, columns, recipe: chats, folder}), {
		message: /found a chat template \(chat_template\.jinja\) missing/,
	});
	await t.throwsAsync(planOf(t, {splits, columns, recipe: {columns: {messages: 'messages'}}, folder}), {
		message: /found tinyBase\(\), which has none/,
	});
	await t.throwsAsync(planOf(t, {splits, columns, recipe: {base, context: 512}, folder}), {
		message: /at most the 256 positions of the base, found 512/,
	});
	t.deepEqual(
		readdirSync(folder).filter((name) => name === 'training'),
		[],
	);
});

test('a damaged shard is packed again', async (t) => {
	const splits = {train: texts(sentences(60)), validation: texts(sentences(10, 60))};
	const plan = await planOf(t, {splits, recipe: {context: 64}});
	const [shard] = plan.tokens.shards;
	writeFileSync(join(plan.folder, shard?.object ?? ''), 'torn');
	const again = await planOf(t, {splits, folder: plan.folder, recipe: {context: 64}});
	t.false(again.cached);
	t.deepEqual(again.tokens, plan.tokens);
});

test('a tokenizer of another kind is said to be what it is', async (t) => {
	const folder = temporaryFolder(t);
	const base = await writeBase(join(folder, 'base'));
	const splits = {train: texts(sentences(5)), validation: texts(sentences(5))};
	for (const [content, found] of [
		[
			'{"model_type": "llama", "architectures": []}',
			/found the config\.json of a model; name the tokenizer\.json beside it/,
		],
		[
			'{"model": {"type": "Other"}}',
			/found a model of type "Other"; known are BPE, Unigram, WordLevel, WordPiece/,
		],
		['', /found an empty file/],
	] as const) {
		writeFileSync(join(base, 'tokenizer.json'), content);
		await t.throwsAsync(planOf(t, {splits, recipe: {base, context: 64}, folder}), {
			code: 'usage',
			message: found,
		});
	}
});
