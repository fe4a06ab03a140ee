import {testBackend} from '@millrace/testing';
import type {TranslateRequest, TranslateResponse, TranslationBackend} from '@millrace/text';
import test from 'ava';
import {joinTranslations} from './join-translations.ts';

const echo = (pair: string): TranslationBackend => ({
	name: pair,
	identity: {pair},
	concurrency: 2,
	pairs: [pair],
	call: async ({texts}, {signal}) => {
		signal?.throwIfAborted();
		return Promise.resolve({texts: texts.map((text) => `${pair} ${text}`)});
	},
});
const request = (from: string, to: string): TranslateRequest => ({texts: ['a'], from, to, seeds: [1]});

testBackend<TranslateRequest, TranslateResponse>(test, 'joined translations', {
	open: () => ({backend: joinTranslations([echo('en-es'), echo('es-en')])}),
	requests: [request('en', 'es'), request('es', 'en')],
	isAnswer: ({from, to}, {texts}) => texts[0] === `${from}-${to} a`,
});

test('a pair that none has is an error that names those there are', async (t) => {
	const joined = joinTranslations([echo('en-es'), echo('es-en')]);
	t.deepEqual(joined.pairs, ['en-es', 'es-en']);
	await t.throwsAsync(joined.call(request('en', 'de'), {}), {message: /one of en-es, es-en, found en-de/});
});

test('backends that take any pair, or none at all, cannot be joined', (t) => {
	const vague: TranslationBackend = {
		name: 'any',
		identity: {},
		concurrency: 1,
		call: async ({texts}) => Promise.resolve({texts}),
	};
	t.throws(() => joinTranslations([vague]), {message: /any, which takes any/});
	t.throws(() => joinTranslations([]), {message: /found none/});
});
