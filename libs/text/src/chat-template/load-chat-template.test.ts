import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {loadChatTemplate} from './load-chat-template.ts';

async function base(t: ExecutionContext, files: Readonly<Record<string, string>>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'millrace-template-'));
	t.teardown(() => rm(folder, {recursive: true}));
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), {recursive: true});
		await writeFile(join(folder, name), text);
	}
	return folder;
}

const list = JSON.stringify({
	eos_token: '</s>',
	chat_template: [
		{name: 'default', template: 'listed{{ eos_token }}'},
		{name: 'tool_use', template: 'tools'},
	],
});
const text = (folder: string, name?: string) =>
	loadChatTemplate(folder, {...(name !== undefined && {name})}).render([]).text;

test('a file of its own wins over tokenizer_config.json, which still names the special tokens', async (t) => {
	const folder = await base(t, {'tokenizer_config.json': list, 'chat_template.jinja': 'file{{ eos_token }}'});
	t.is(text(folder), 'file</s>');
	t.is(text(join(folder, 'chat_template.jinja')), 'file</s>');
});

test('templates have names, in a list or in a folder', async (t) => {
	const listed = await base(t, {'tokenizer_config.json': list});
	t.is(text(listed), 'listed</s>');
	t.is(text(listed, 'tool_use'), 'tools');
	const filed = await base(t, {
		'chat_template.jinja': 'main',
		'additional_chat_templates/rag.jinja': 'rag',
	});
	t.is(text(filed, 'rag'), 'rag');
	t.is(text(await base(t, {'chat_template.json': '{"chat_template": "old"}'})), 'old');
});

test('what is not there is an error that lists what is', async (t) => {
	const folder = await base(t, {'tokenizer_config.json': list});
	const missing = (where: string, name: string, message: RegExp) =>
		t.throws(() => loadChatTemplate(where, {name}), {code: 'missing', message});
	missing(folder, 'tool_us', /found default, tool_use; name "tool_use"/);
	missing(await base(t, {}), 'default', /expected a chat template .* found none/);
	missing(join(folder, 'gone'), 'default', /gone: expected a chat template or the folder/);
	await writeFile(join(folder, 'tokenizer_config.json'), '{');
	t.throws(() => loadChatTemplate(folder), {code: 'usage', message: /tokenizer_config\.json: expected JSON/});
});
