import {parse, tokenize} from '@huggingface/jinja';
import test from 'ava';
import {chatTemplate} from './chat-template.ts';
import {usePythonStrings} from './use-python-strings.ts';

const cases = [
	{template: "{{ messages[0].content.strip('\\n') }}|", rendered: ' \ufeffa b |'},
	{template: '{{ messages[0].content.strip() }}|', rendered: '\ufeffa b|'},
	{template: '{{ messages[0].content | trim | upper }}|', rendered: '\ufeffA B|'},
	{template: "{{ messages[0]['content'].split()[-1].lstrip('a') }}|", rendered: 'b|'},
	{template: "{% if messages[0].content.strip().split(' ')|length == 2 %}two{% endif %}|", rendered: 'two|'},
	{
		template: "{% set x = ' y ' %}{% for m in messages %}{{ x.strip() + m.role|trim('ur') }}{% endfor %}|",
		rendered: 'yse|',
	},
];

for (const {template, rendered} of cases)
	test(`renders ${template}`, (t) => {
		const messages = [{role: 'user', content: '\n \ufeffa b \n'}];
		t.is(chatTemplate(template, 'test').render(messages).text, rendered);
	});

test('leaves alone what Python does as JavaScript does', (t) => {
	const program = () => parse(tokenize("{{ a.startswith('b') }}{{ a | upper }}{{ a.split(sep=',') }}"));
	const rewritten = program();
	usePythonStrings(rewritten);
	t.deepEqual(JSON.stringify(rewritten), JSON.stringify(program()));
});
