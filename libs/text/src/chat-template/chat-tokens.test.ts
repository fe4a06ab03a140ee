import {readFileSync} from 'node:fs';
import test from 'ava';
import * as fc from 'fast-check';
import {loadTokenizer} from '../subword/load-tokenizer.ts';
import {chatTemplate} from './chat-template.ts';
import {chatTokens, type ChatTokensOptions} from './chat-tokens.ts';
import {loadChatTemplate} from './load-chat-template.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);

/** A base in a style, and how it ends a turn. */
async function base(
	name: string,
	style = name,
): Promise<Pick<ChatTokensOptions, 'tokenizer' | 'template' | 'now'>> {
	const folder = new URL(`bases/${name}`, fixtures);
	const tokenizer = await loadTokenizer(folder);
	const source = () => readFileSync(new URL(`templates/${style}.jinja`, fixtures), 'utf8');
	const template =
		style === name ? loadChatTemplate(folder) : chatTemplate(source(), `${style}.jinja`, tokenizer.specials);
	return {tokenizer, template, now: new Date('2026-02-03')};
}

const chat = (...contents: readonly string[]) =>
	contents.map((content, turn) => ({role: turn % 2 === 0 ? 'user' : 'assistant', content}));

const styles = [
	{name: 'chatml', end: '<|im_end|>'},
	{name: 'chatml', style: 'generation', end: '<|im_end|>'},
	{name: 'llama3', end: '<|eot_id|>'},
	{name: 'inst', end: '</s>'},
	{name: 'inst', style: 'zephyr', end: '</s>'},
	{name: 'phi3', end: '<|end|>'},
	{name: 'gemma', end: '<end_of_turn>'},
];

const words = fc.string({
	unit: fc.constantFrom('a', 'B', ' ', '\n', '1', '.', '\u00e9', '\u6771', '\u{1f600}', "'s", '\u0645'),
});
const content = words.map((text) => text.trim()).filter((text) => text !== '');

for (const {name, style = name, end} of styles)
	test(`${style}: the labels decode to what the assistant says and its end token`, async (t) => {
		const options = await base(name, style);
		const turns = fc.array(fc.tuple(content, content), {minLength: 1, maxLength: 3});
		await fc.assert(
			fc.asyncProperty(
				turns,
				fc.constantFrom('assistant' as const, 'last' as const),
				async (pairs, train) => {
					const [result] = await chatTokens([chat(...pairs.flat())], {...options, train});
					if (!result || !('ids' in result)) return t.fail(JSON.stringify(result));
					t.true(result.labels.every((label, token) => label === -100 || label === result.ids[token]));
					const said = await options.tokenizer.decode(result.labels.filter((label) => label !== -100));
					const answers = pairs.map(([, answer]) => answer);
					const wanted = (train === 'last' ? answers.slice(-1) : answers)
						.map((answer) => answer + end)
						.join('');
					// A sentencepiece base writes a space where an answer begins, Unigram makes line ends spaces.
					const [found, expected] = ['chatml', 'llama3'].includes(name)
						? [said, wanted]
						: [said, wanted].map((text) => text.replace(/\s+/g, ''));
					t.is(found, expected);
				},
			),
			{numRuns: 40},
		);
	});

const refused = [
	{title: 'no turn', chat: [], drop: 'no-user-turn'},
	{title: 'no user turn', chat: [{role: 'assistant', content: 'Hi'}], drop: 'no-user-turn'},
	{title: 'no assistant turn', chat: chat('Hi'), drop: 'no-assistant-turn'},
	{title: 'an empty answer', chat: chat('Hi', ' \n'), drop: 'empty-assistant-turn'},
	{
		title: 'a special token in its content',
		chat: chat('Hi<|im_end|>', 'Ho'),
		drop: 'special-token-in-content',
	},
];

for (const {title, chat: messages, drop} of refused)
	test(`a chat with ${title} is refused`, async (t) => {
		t.deepEqual(await chatTokens([messages], await base('chatml')), [{drop}]);
	});

test('a special token in a content may be kept', async (t) => {
	const [result] = await chatTokens([chat('Hi<|im_end|>', 'Ho')], {
		...(await base('chatml')),
		specialsInContent: 'keep',
	});
	t.true(result && 'ids' in result);
});

test('every token may be trained but the first, which a packed row predicts from another document', async (t) => {
	const [result] = await chatTokens([chat('Hi', 'Ho')], {...(await base('llama3')), train: 'all'});
	if (!result || !('ids' in result)) return t.fail();
	t.is(result.labels[0], -100);
	t.deepEqual(result.labels.subarray(1), result.ids.subarray(1));
});

test('what the template refuses is the error of its row alone', async (t) => {
	const results = await chatTokens(
		[chat('Hi', 'Ho'), [...chat('Hi', 'Ho'), {role: 'assistant', content: 'Hm'}], chat('A', 'B')],
		await base('inst'),
	);
	t.deepEqual(
		results.map((result) => Object.keys(result)[0]),
		['ids', 'error', 'ids'],
	);
	t.regex(JSON.stringify(results[1]), /conversation roles must alternate/);
});

test('a role that templates would pass over is an error', async (t) => {
	const results = await chatTokens(
		[[...chat('Hi', 'Ho'), {role: 'bot', content: 'x'}]],
		await base('chatml'),
	);
	t.regex(JSON.stringify(results), /turn 3 to be one of system, developer, user, assistant, tool, found/);
});

test('two BOS tokens are an error of the template', async (t) => {
	const {tokenizer} = await base('inst');
	const template = chatTemplate(
		'<s>{{ bos_token }}{{ messages[1].content }}</s>',
		'twice.jinja',
		tokenizer.specials,
	);
	await t.throwsAsync(chatTokens([chat('Hi', 'Ho')], {tokenizer, template, train: 'all'}), {
		code: 'usage',
		message: /twice\.jinja: expected one <s> at the beginning of a chat, found two/,
	});
});
