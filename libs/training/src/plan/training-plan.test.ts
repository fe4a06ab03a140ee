import {join} from 'node:path';
import {int32, list, nullable, struct, utf8} from '@millrace/core';
import {subwordIds, tokenizerFile} from '@millrace/text';
import test from 'ava';
import {writeBase} from '../../fixtures/base.ts';
import {documentsOf, listIn, plain, planOf, shardRows, texts} from '../../fixtures/planned.ts';
import {labelled, sentences, temporaryFolder} from '../../fixtures/published.ts';

test('every document is in a pack, whole, with its end and its unshifted labels', async (t) => {
	const train = ['', ...sentences(150), '👩‍👩‍👧 漢字 عربي', 'a <|endoftext|> that is text'];
	const plan = await planOf(t, {
		splits: {train: texts(train), validation: texts(sentences(30, 150))},
		recipe: {context: 128},
	});
	const tokenizer = await tokenizerFile(plan.tokenizer.path).load();
	const expected = await subwordIds(tokenizer, train.slice(1));
	const documents = documentsOf(shardRows(plan, 'train'));
	t.deepEqual(plain(documents.map(({ids}) => ids)), plain(expected.map((ids) => [...ids])));
	const end = tokenizer.tokenId('<|endoftext|>');
	for (const {ids, labels, piece} of documents) {
		t.deepEqual([labels[0], ...labels.slice(1)], [-100, ...ids.slice(1)]);
		t.is(ids.filter((id) => id === end).length, 1, 'an end that a text writes out is plain text');
		t.is(ids.at(-1), end);
		t.is(piece, 0);
	}
	const {train: counted} = plan.tokens.splits;
	t.like(counted, {rows: 153, documents: 152, overLong: 0, dropped: {empty: 1}});
	t.is(
		counted.tokens,
		expected.reduce((sum, ids) => sum + ids.length, 0),
	);
	t.true(shardRows(plan, 'train').every((pack) => listIn(pack, 'input_ids').length <= 128));
	t.true((plan.efficiency ?? 0) > 0.9);
});

test('equal input is packed once; other settings of the run do not matter, other settings of the data do', async (t) => {
	const splits = {train: texts(sentences(60)), validation: texts(sentences(10, 60))};
	const first = await planOf(t, {splits, recipe: {context: 64}});
	const again = await planOf(t, {splits, folder: first.folder, recipe: {context: 64, steps: 5, seed: 3}});
	t.deepEqual([first.cached, again.cached, again.key], [false, true, first.key]);
	const other = await planOf(t, {splits, folder: first.folder, recipe: {context: 100}});
	t.false(other.cached);
	const elsewhere = await planOf(t, {splits, recipe: {context: 64}});
	t.deepEqual(elsewhere.tokens, first.tokens, 'the bytes do not depend on the place');
});

test('split keeps every token and flags the pieces; drop counts what it leaves out', async (t) => {
	const long = sentences(40).join(' ');
	const splits = {train: texts([...sentences(20), long]), validation: texts(sentences(5, 60))};
	const plan = await planOf(t, {splits, recipe: {context: 64, overLength: 'split'}});
	t.like(plan.tokens.splits.train, {rows: 21, overLong: 1, cut: 1, dropped: {}});
	const tokenizer = await tokenizerFile(plan.tokenizer.path).load();
	const [whole] = await subwordIds(tokenizer, [long]);
	const pieces = documentsOf(shardRows(plan, 'train'))
		.filter(({piece = 0}) => piece > 0)
		.sort((a, b) => (a.piece ?? 0) - (b.piece ?? 0));
	t.deepEqual(
		pieces.map(({piece}) => piece),
		pieces.map((_, index) => index + 1),
	);
	const joined = pieces.flatMap(({ids}) => ids);
	// A last piece of one token takes one more, so that it has something to predict.
	const repeated = joined.length - (whole?.length ?? 0);
	t.true(repeated === 0 || repeated === 1);
	t.deepEqual([...joined.slice(0, (whole?.length ?? 0) - 1), joined.at(-1)], [...(whole ?? [])]);
	t.true(pieces.every(({labels}) => labels[0] === -100));
	const dropping = await planOf(t, {splits, recipe: {context: 64, overLength: 'drop'}});
	t.like(dropping.tokens.splits.train, {documents: 20, dropped: {'over-long': 1}});
});

test('classes are numbered in order, with the share of the most frequent one', async (t) => {
	const splits = {
		train: [...labelled(61), {text: '', label: 'Added'}, {text: 'x', label: null}],
		validation: labelled(12, 60),
	};
	const columns = {text: utf8, label: nullable(utf8)};
	const plan = await planOf(t, {splits, columns, recipe: {objective: 'classification', context: 64}});
	t.deepEqual(plan.tokens.labels, ['Added', 'Fixed', 'Removed']);
	t.deepEqual(plan.tokens.majority, {label: 'Added', rows: 4, of: 12});
	t.like(plan.tokens.splits.train, {rows: 63, documents: 61, packs: 61, dropped: {empty: 1, 'no-label': 1}});
	const rows = shardRows(plan, 'train');
	t.deepEqual(
		rows.slice(0, 6).map(({label}) => label),
		[0, 1, 2, 0, 1, 2],
	);
	t.is(plan.efficiency, null);
	t.is(plan.length.steps, Math.ceil((3 * 61) / 8));
});

test('chats are learned by the template of the base: what the assistant says alone', async (t) => {
	const folder = temporaryFolder(t);
	const base = await writeBase(join(folder, 'base'));
	const turn = (role: string, content: string) => ({role, content});
	const rows = (count: number) =>
		sentences(count).map((text) => ({messages: [turn('user', 'What happens?'), turn('assistant', text)]}));
	const silent = {messages: [turn('assistant', 'Nobody asked.')]};
	const columns = {messages: list(struct({role: utf8, content: utf8}))};
	const recipe = {base, context: 128, columns: {messages: 'messages'}};
	const plan = await planOf(t, {
		splits: {train: [...rows(20), silent], validation: rows(5)},
		columns,
		recipe,
		folder,
	});
	t.deepEqual(plan.tokens.splits.train.dropped, {'no-user-turn': 1});
	const tokenizer = await tokenizerFile(base).load();
	for (const {ids, labels} of documentsOf(shardRows(plan, 'train'))) {
		const from = labels.findIndex((label) => label >= 0);
		t.regex(
			await tokenizer.decode(ids.slice(0, from)),
			/^<\|user\|>What happens\?<\|endoftext\|><\|assistant\|>$/,
		);
		t.deepEqual(labels.slice(from), ids.slice(from));
	}
	t.is(plan.parameters, 320 * 8);
});

test('rows that a stage made tokens of are taken as they are', async (t) => {
	const folder = temporaryFolder(t);
	const base = await writeBase(join(folder, 'base'));
	const columns = {input_ids: list(int32), labels: list(int32)};
	const rows = [
		{input_ids: [5, 6, 7], labels: [-100, 6, 7]},
		{input_ids: [8, 9], labels: [-100, -100]},
		{input_ids: [8], labels: [8]},
	];
	const recipe = {base, context: 16, columns: {input_ids: 'input_ids', labels: 'labels'}};
	const plan = await planOf(t, {splits: {train: rows, validation: rows}, columns, recipe, folder});
	t.deepEqual(plan.tokens.splits.train.dropped, {'nothing-to-train': 1, empty: 1});
	t.like(shardRows(plan, 'train')[0], {input_ids: [5, 6, 7], labels: [-100, 6, 7], seq_lengths: [3]});
	const outside = [{input_ids: [5, 320], labels: [-100, 320]}];
	await t.throwsAsync(
		planOf(t, {splits: {train: outside, validation: rows}, columns, recipe, folder: join(folder, 'other')}),
		{
			message: /expected ids below the 320 of the base's tokenizer, found 320/,
		},
	);
});

test('steps follow from epochs or are as given; memory grows with what learns', async (t) => {
	const splits = {train: texts(sentences(120)), validation: texts(sentences(10, 120))};
	const plan = await planOf(t, {
		splits,
		recipe: {context: 64, epochs: 2, batch: {sequences: 2, accumulate: 3}},
	});
	t.is(plan.length.steps, Math.ceil((2 * plan.tokens.splits.train.packs) / 6));
	t.is(plan.memory.optimizer, 8 * plan.parameters);
	const lora = await planOf(t, {
		splits,
		folder: plan.folder,
		recipe: {context: 64, steps: 9, method: {name: 'lora', rank: 4}},
	});
	t.is(lora.length.steps, 9);
	t.true(lora.memory.trainable < plan.memory.trainable && lora.memory.optimizer < plan.memory.optimizer);
});
