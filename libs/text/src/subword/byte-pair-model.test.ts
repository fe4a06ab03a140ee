import {readFileSync} from 'node:fs';
import test from 'ava';
import {bytePairModel} from './byte-pair-model.ts';
import {fieldsOf} from './json-fields.ts';

const base = (name: string): string =>
	readFileSync(new URL(`../../fixtures/bases/${name}/tokenizer.json`, import.meta.url), 'utf8');

test('reads byte-level bases with their pattern and normal form', (t) => {
	const found = ['chatml', 'llama3'].map((name) => bytePairModel(base(name)));
	t.deepEqual(
		found.map((model) => [model?.model.split, model?.composed, (model?.model.words.length ?? 0) > 0]),
		[
			['gpt2', true, false],
			['llama3', false, true],
		],
	);
});

for (const name of ['inst', 'phi3', 'gemma', 'bert'])
	test(`leaves ${name}, which is of another kind, to the reference implementation`, (t) => {
		t.is(bytePairModel(base(name)), undefined);
	});

const model = fieldsOf(fieldsOf(JSON.parse(base('chatml'))).get('model'));
const changes: readonly (readonly [string, object])[] = [
	['a prefix of following pieces', {model: {...Object.fromEntries(model), continuing_subword_prefix: '##'}}],
	['a merge that stands twice', {model: {...Object.fromEntries(model), merges: ['a b', 'a b']}}],
	['a merge of unknown tokens', {model: {...Object.fromEntries(model), merges: ['a \u4e2d']}}],
	['a byte without a token', {model: {...Object.fromEntries(model), vocab: {a: 0}, merges: []}}],
	['another normalizer', {normalizer: {type: 'Lowercase'}}],
	['a space before the text', {pre_tokenizer: {type: 'ByteLevel', add_prefix_space: true}}],
];
for (const [title, change] of changes)
	test(`leaves a tokenizer with ${title} to the reference implementation`, (t) => {
		const changed = {...Object.fromEntries(fieldsOf(JSON.parse(base('chatml')))), ...change};
		t.is(bytePairModel(JSON.stringify(changed)), undefined);
	});
