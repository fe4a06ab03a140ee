import {mkdtempSync} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runStage, testStage} from '@millrace/testing';
import {loadTokenizer, trainTokenizer, writeTokenizer} from '@millrace/text';
import test from 'ava';
import {chatTokens} from './chat-tokens.ts';

const base = mkdtempSync(join(tmpdir(), 'millrace-chat-'));
test.after.always(() => rm(base, {recursive: true}));
const specials = {bos_token: '<s>', eos_token: '</s>'};
const template =
	"{{ bos_token }}{% for m in messages %}{% if m.role == 'tool' %}{{ raise_exception('no tools') }}{% endif %}[{{ m.role }}] {{ m.content }}{{ eos_token }}{% endfor %}{% if add_generation_prompt %}[assistant] {% endif %}";
test.before(async () => {
	await writeTokenizer(base, await trainTokenizer({texts: ['Hello there'], vocabularySize: 270, specials}));
	await writeFile(join(base, 'chat_template.jinja'), template);
});

const chat = (...contents: readonly string[]) => ({
	messages: contents.map((content, turn) => ({role: turn % 2 === 0 ? 'user' : 'assistant', content})),
});
const rows = [
	chat('Hello', 'There'),
	chat('Hello'),
	{messages: []},
	chat('a', 'b', 'c', '\u{1f600}'),
	chat('</s>', 'x'),
	{messages: [...chat('Hello', 'There').messages, {role: 'tool', content: 'x'}]},
];

testStage(test, 'chat-tokens', {stage: () => chatTokens({tokenizer: base, template: base}), rows});

test('adds ids and labels, drops what cannot be trained on and quarantines what the template refuses', async (t) => {
	const run = await runStage(chatTokens({tokenizer: base, template: base}), rows);
	const tokenizer = await loadTokenizer(base);
	const [first] = run.rows;
	const {input_ids: ids, labels, token_count: count} = first?.row ?? {};
	if (!isIds(ids) || !isIds(labels)) return t.fail();
	t.is(await tokenizer.decode(ids), '<s>[user] Hello</s>[assistant] There</s>');
	t.is(await tokenizer.decode(labels.filter((label) => label !== -100)), 'There</s>');
	t.is(count, ids.length);
	t.is(labels.length, ids.length);
	t.deepEqual(
		run.rows.map(({source}) => source),
		[0, 3],
	);
	t.deepEqual(run.drops, [
		{row: 1, reason: 'no-assistant-turn'},
		{row: 2, reason: 'no-user-turn'},
		{row: 4, reason: 'special-token-in-content'},
	]);
	t.deepEqual(
		run.quarantines.map(({row}) => row),
		[5],
	);
	t.regex(run.quarantines[0]?.error ?? '', /chat_template\.jinja: no tools/);
});

test('with turns, only those answers are trained that the column train marks', async (t) => {
	const marked = [
		{...chat('a', 'b', 'c', 'd'), train: [false, true, false, false]},
		{...chat('a', 'b'), train: [true, false]},
	];
	const run = await runStage(chatTokens({tokenizer: base, template: base, train: 'turns'}), marked);
	const labels = run.rows[0]?.row['labels'];
	if (!isIds(labels)) return t.fail();
	const tokenizer = await loadTokenizer(base);
	t.is(await tokenizer.decode(labels.filter((label) => label !== -100)), 'b</s>');
	t.deepEqual(run.drops, [{row: 1, reason: 'nothing-to-train'}]);
	t.deepEqual(Object.keys(chatTokens({tokenizer: base, template: base, train: 'turns'}).needs), [
		'messages',
		'train',
	]);
});

test('its options follow the template', async (t) => {
	const file = join(base, 'other.jinja');
	await writeFile(file, template);
	const options = () => JSON.stringify(chatTokens({tokenizer: base, template: file}).options);
	const before = options();
	t.is(before, JSON.stringify(chatTokens({tokenizer: base, template: base}).options));
	await writeFile(file, `${template} `);
	t.not(options(), before);
});

const isIds = (value: unknown): value is readonly number[] =>
	Array.isArray(value) && value.every((id) => typeof id === 'number');
