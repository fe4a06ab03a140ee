import {readFileSync} from 'node:fs';
import test from 'ava';
import {chatTemplate} from './chat-template.ts';

const style = (name: string) =>
	readFileSync(new URL(`../../fixtures/templates/${name}.jinja`, import.meta.url), 'utf8');
const specials = {bos_token: '<s>', eos_token: '</s>'};
const chat = [
	{role: 'system', content: 'Be brief.'},
	{role: 'user', content: 'Hi'},
	{role: 'assistant', content: 'Hello!'},
];

test('renders as apply_chat_template does, with and without the generation prompt', (t) => {
	const zephyr = chatTemplate(style('zephyr'), 'zephyr', specials);
	t.is(
		zephyr.render(chat.slice(0, 2), {addGenerationPrompt: true}).text,
		'<|system|>\nBe brief.</s>\n<|user|>\nHi</s>\n<|assistant|>\n',
	);
	t.is(
		chatTemplate(style('inst'), 'inst', specials).render(chat).text,
		'<s> [INST] Be brief.\n\nHi [/INST] Hello!</s>',
	);
});

test('a generation tag says what is generated', (t) => {
	for (const name of ['generation', 'generation-stripped']) {
		const template = chatTemplate(style(name), name);
		const {text, generated} = template.render(chat);
		t.true(template.marksGeneration);
		t.deepEqual(
			generated.map(([start, end]) => text.slice(start, end)),
			['Hello!<|im_end|>'],
		);
	}
});

test('what the template refuses is an error that says so', (t) => {
	const gemma = chatTemplate(style('gemma'), 'gemma.jinja', specials);
	t.throws(() => gemma.render(chat), {message: 'chat template gemma.jinja: System role not supported'});
});

test('a template that prints the date needs one', (t) => {
	const llama = chatTemplate(style('llama3'), 'llama3.jinja', specials);
	t.throws(() => llama.render(chat), {message: /date of today, on which data must not depend; give a date/});
	t.regex(llama.render(chat, {now: new Date('2026-02-03')}).text, /Today Date: 03 Feb 2026\n/);
	t.regex(llama.render(chat, {variables: {date_string: 'now'}}).text, /Today Date: now\n/);
});

test('tools are JSON as Python writes it', (t) => {
	const template = chatTemplate('{{ tools | tojson }}|{{ tools is none }}', 'tools');
	t.is(template.render(chat, {tools: [{a: [1, '\u00e9"']}]}).text, '[{"a": [1, "\u00e9\\""]}]|false');
	t.is(template.render(chat).text, 'null|true');
});

test('null keys are left out', (t) => {
	const template = chatTemplate("{{ 'content' in messages[0] }}", 'keys');
	t.is(template.render([{role: 'user', content: null}]).text, 'false');
});

test('marks are not hidden by the same characters in a chat', (t) => {
	const template = chatTemplate(style('generation'), 'marks');
	t.throws(() => template.render([{role: 'user', content: '\ufdd0'}]), {message: /turn 1 holds U\+FDD0/});
	t.is(
		chatTemplate('{{ messages[0].content }}', 'plain').render([{role: 'user', content: '\ufdd0'}]).text,
		'\ufdd0',
	);
});

test('its identity follows its source and special tokens', (t) => {
	const of = (source: string, given = {}) => JSON.stringify(chatTemplate(source, 'x', given).identity);
	t.is(of('a', {bos_token: 'b', eos_token: 'c'}), of('a', {eos_token: 'c', bos_token: 'b'}));
	t.not(of('a'), of('b'));
	t.not(of('a'), of('a', specials));
});

test('what is no template is an error that names it', (t) => {
	t.throws(() => chatTemplate('{% if %}', 'base/chat_template.jinja'), {
		code: 'usage',
		message: /base\/chat_template\.jinja: expected a Jinja template/,
	});
});
