import test from 'ava';
import type {ModelFiles} from './model-files.ts';
import type {Tokenizer} from './open-sessions.ts';
import {translationLanguages} from './translation-languages.ts';

const files = (kind: string, more: Partial<ModelFiles>): ModelFiles => ({
	model: 'm',
	name: 'm',
	config: {model_type: kind, vocab_size: 9},
	addedTokens: [],
	identity: {},
	...more,
});
const tokens = ['__en__', '__fr__', 'eng_Latn', 'fra_Latn', 'ast_Latn'];
const tokenizer: Tokenizer = {
	encode: () => [],
	decode: () => '',
	encodeWhole: () => [],
	tokens: () => tokens,
	id: (token) => (tokens.includes(token) ? tokens.indexOf(token) : undefined),
};

test('Marian says its pair, or is told it', (t) => {
	const said = files('marian', {tokenizer: {source_lang: 'en', target_lang: 'es'}});
	t.deepEqual(translationLanguages('x', said, undefined).pairs, ['en-es']);
	t.deepEqual(translationLanguages('x', said, ['en', 'ca']).pairs, ['en-ca']);
	t.throws(() => translationLanguages('x', files('marian', {}), undefined), {
		message: /languages: \['en', 'es'\]/,
	});
});

test('M2M100 and NLLB name both languages by tokens', (t) => {
	const many = translationLanguages('x', files('m2m_100', {addedTokens: ['__en__', '__fr__']}), undefined);
	t.deepEqual(many.pairs, ['en-fr', 'fr-en']);
	t.deepEqual(many.frame('en', 'fr', tokenizer), {before: [0], forcedFirst: 1});
	const nllb = translationLanguages(
		'x',
		files('m2m_100', {addedTokens: ['eng_Latn', 'fra_Latn']}),
		undefined,
	);
	t.deepEqual(nllb.pairs, ['en-fr', 'fr-en']);
	t.deepEqual(nllb.frame('en', 'fr', tokenizer), {before: [2], forcedFirst: 3});
	t.throws(() => nllb.frame('en', 'de', tokenizer), {message: /no token deu_Latn/});
});

test('a model of another family is refused', (t) => {
	t.throws(() => translationLanguages('x', files('t5', {}), undefined), {
		message: /found t5; paraphrase with/,
	});
});
