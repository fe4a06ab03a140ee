import {readFileSync} from 'node:fs';
import test from 'ava';
import {assistantSpans} from './assistant-spans.ts';
import {chatTemplate} from './chat-template.ts';

const special = /<\|(?:im_start|im_end|end|user|assistant|endoftext|start|message|channel)\|>|<\/?s>/g;
const style = (name: string) =>
	chatTemplate(
		readFileSync(new URL(`../../fixtures/templates/${name}.jinja`, import.meta.url), 'utf8'),
		name,
		{
			bos_token: '<s>',
			eos_token: name === 'phi3' ? '<|endoftext|>' : '</s>',
		},
	);
const chat = (...contents: readonly string[]) =>
	contents.map((content, turn) => ({role: turn % 2 === 0 ? 'user' : 'assistant', content}));
const said = (
	name: string | ReturnType<typeof chatTemplate>,
	messages: readonly {readonly role: string; readonly content: string}[],
	train: 'assistant' | 'last' = 'assistant',
) => {
	const template = typeof name === 'string' ? style(name) : name;
	const {text, spans} = assistantSpans(template, messages, {train, special});
	return spans.map(([start, end]) => text.slice(start, end));
};

const cases = [
	{name: 'chatml', ends: ['two<|im_end|>', 'four<|im_end|>']},
	{name: 'generation', ends: ['two<|im_end|>', 'four<|im_end|>']},
	{name: 'generation-stripped', ends: ['two<|im_end|>', 'four<|im_end|>']},
	{name: 'inst', ends: ['two</s>', 'four</s>']},
	{name: 'zephyr', ends: ['two</s>', 'four</s>']},
	{name: 'phi3', ends: ['two<|end|>', 'four<|end|>']},
];

for (const {name, ends} of cases)
	test(`${name}: finds every answer with its end, or the last`, (t) => {
		t.deepEqual(said(name, chat('one', 'two', 'three', 'four')), ends);
		t.deepEqual(said(name, chat('one', 'two', 'three', 'four'), 'last'), ends.slice(-1));
		t.deepEqual(
			said(name, chat('same', 'same', 'same', 'same')),
			ends.map((end) => end.replace(/two|four/, 'same')),
		);
		t.deepEqual(said(name, chat('one', 'two', 'three')), ends.slice(0, 1));
	});

test('what a template puts before the answer is trained where the model must write it', (t) => {
	const thought = chat('one', '<think>\nhm\n</think>\n\ntwo', 'three', '<think>\nso\n</think>\n\nfour');
	t.deepEqual(said('thinking', thought), ['two<|im_end|>', '<think>\nso\n</think>\n\nfour<|im_end|>']);
	const channels = chatTemplate(
		"{% for m in messages %}<|start|>{{ m.role }}{% if m.role == 'assistant' %}<|channel|>final{% endif %}<|message|>{{ m.content }}<|end|>{% endfor %}{% if add_generation_prompt %}<|start|>assistant{% endif %}",
		'channels',
	);
	t.deepEqual(said(channels, chat('one', 'two')), ['<|channel|>final<|message|>two<|end|>']);
});

test('a greeting before the first question is found too', (t) => {
	const greeted = [{role: 'assistant', content: 'Welcome.'}, ...chat('one', 'two')];
	t.deepEqual(said('chatml', greeted), ['Welcome.<|im_end|>', 'two<|im_end|>']);
});

test('turns that do not render as a prefix are an error, unless only the last is trained', (t) => {
	const messages = [{role: 'system', content: 'Be brief.'}, ...chat('one', 'two', 'three', 'four')];
	t.throws(() => said('inst-last', messages), {
		message:
			/expected the first 2 of 5 turns to render as the beginning of the whole chat.*train only the last/,
	});
	t.deepEqual(said('inst-last', messages, 'last'), ['four</s>']);
});

test('a turn without an end token is an error', (t) => {
	const plain = chatTemplate('{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}', 'plain');
	t.throws(() => said(plain, chat('one', 'two')), {
		message: /to end with a special token, found "two".*not learn to stop/,
	});
	const outside = chatTemplate(
		'{% for m in messages %}{% generation %}{{ m.content }}{% endgeneration %}</s>{% endfor %}',
		'outside',
	);
	t.throws(() => said(outside, chat('one', 'two')), {message: /within \{% generation %\}/});
});

test('an answer that the template leaves out is an error', (t) => {
	const silent = chatTemplate(
		"{% for m in messages %}{{ m.content if m.role == 'user' }}</s>{% endfor %}",
		'silent',
	);
	t.throws(() => said(silent, chat('one', 'two')), {message: /to hold what the assistant says as it is/});
});
