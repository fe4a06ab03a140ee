import {testBackend} from '@millrace/testing';
import type {TranslateRequest, TranslateResponse} from '@millrace/text';
import test from 'ava';
import {joinTranslations} from '../join-translations.ts';
import {tinyModels} from './tiny-models.ts';
import {transformersTranslation} from './transformers-translation.ts';

const ask = (texts: readonly string[], from = 'en', to = 'es'): TranslateRequest => ({
	texts,
	from,
	to,
	seeds: texts.map((_, index) => index),
});

testBackend<TranslateRequest, TranslateResponse>(test, 'transformers translation', {
	open: () => ({backend: transformersTranslation({model: tinyModels.enEs})}),
	requests: [ask(['I lost my card yesterday.']), ask(['Please block my card.', 'Where is my money?'])],
	isAnswer: ({texts: given}, {texts}) =>
		texts.length === given.length && texts.every((text) => text !== '' && !given.includes(text)),
});

test('there and back, masks of protected spans and white space stay', async (t) => {
	const backend = joinTranslations([
		transformersTranslation({model: tinyModels.enEs}),
		transformersTranslation({model: tinyModels.esEn}),
	]);
	t.teardown(async () => backend.close?.());
	const texts = ['Please send Zqxaav to Zqxabv.\n\nCan you help me?', '  ', '12 / 13', 'I lost my card.'];
	const there = await backend.call(ask(texts), {});
	const back = await backend.call(ask(there.texts, 'es', 'en'), {});
	t.regex(back.texts[0] ?? '', /^[^\n]*Zqxaav[^\n]*Zqxabv[^\n]*\n\n[^\n]+$/);
	t.deepEqual(back.texts.slice(1, 3), texts.slice(1, 3), 'what has no letters is not translated');
	t.regex(there.texts[3] ?? '', /carta|tarjeta/);
	t.regex(back.texts[3] ?? '', /card/);
	t.true((back.usage?.outputTokens ?? 0) > 10);
});

test('a language that the model lacks is an error that names those it has', async (t) => {
	const backend = transformersTranslation({model: tinyModels.enEs});
	await t.throwsAsync(backend.call(ask(['a'], 'en', 'de'), {}), {
		code: 'usage',
		message: /expected one of en-es, found en-de/,
	});
});

test('a long text is translated whole, piece by piece', async (t) => {
	const backend = transformersTranslation({model: tinyModels.enEs});
	t.teardown(async () => backend.close?.());
	const sentence = 'I lost my card yesterday. ';
	const [once] = (await backend.call(ask([sentence.trim()]), {})).texts;
	const {texts} = await backend.call(ask([sentence.repeat(60).trim()]), {});
	t.is(texts[0], Array.from({length: 60}, () => once).join(' '));
	const words = Array.from({length: 200}, (_, index) => `card ${index}`).join(' and ');
	const found = await backend.call(ask([words]), {});
	t.true((found.usage?.inputTokens ?? 0) > 400, 'a sentence beyond the limit goes in halves');
});

test('what does not end within its limit has no translation', async (t) => {
	const backend = transformersTranslation({model: tinyModels.enEs, maxNewTokens: 2});
	t.teardown(async () => backend.close?.());
	const {texts, unknown} = await backend.call(ask(['I lost my card yesterday.']), {});
	t.deepEqual(texts, ['']);
	t.deepEqual(unknown, [['I', 'lost', 'my', 'card', 'yesterday']]);
});

test('what is asked at once and one by one is translated alike', async (t) => {
	const backend = transformersTranslation({model: tinyModels.enEs, beams: 2, batchRows: 7});
	t.teardown(async () => backend.close?.());
	const texts = Array.from(
		{length: 14},
		(_, row) => `I sent $${row} to my ${row % 2 ? 'sister' : 'brother'}.`,
	);
	const together = await backend.call(ask(texts), {});
	const alone = [];
	for (const text of texts) alone.push(...(await backend.call(ask([text]), {})).texts);
	t.deepEqual(alone, [...together.texts]);
});

test('every option that changes answers changes the identity', (t) => {
	const identityOf = (options: object): string =>
		JSON.stringify(transformersTranslation({model: tinyModels.enEs, ...options}).identity);
	const plain = identityOf({});
	for (const options of [
		{beams: 2},
		{sample: true},
		{sample: true, topP: 0.9},
		{repetitionPenalty: 1.2},
		{noRepeatNgram: 2},
		{maxNewTokens: 9},
		{lines: 'space'},
		{model: tinyModels.esEn},
	])
		t.not(identityOf(options), plain, JSON.stringify(options));
	t.is(identityOf({batchRows: 7}), plain, 'what changes no answer does not');
});

test('options that cannot act are refused when the backend is made', (t) => {
	t.throws(() => transformersTranslation({model: tinyModels.enEs, topP: 0.9}), {message: /topP acts only/});
	t.throws(() => transformersTranslation({model: tinyModels.paraphrase}), {message: /found t5/});
	t.throws(() => transformersTranslation({model: 'none'}), {message: /the model folder none lacks/});
});
