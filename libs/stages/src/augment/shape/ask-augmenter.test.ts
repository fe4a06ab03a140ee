import {MillraceError} from '@millrace/core';
import type {Augmenter, AugmentRequest} from '@millrace/text';
import test from 'ava';
import {askAugmenter} from './ask-augmenter.ts';

const request = (texts: readonly string[]): AugmentRequest => ({
	texts,
	language: 'en',
	seeds: texts.map((_, index) => index),
	attempt: 0,
});

/** Shouts, with the seed; fails as a whole where one of the texts is bad. */
function shouting(failWith: (text: string) => Error | undefined) {
	const calls: (readonly string[])[] = [];
	const augmenter: Augmenter = {
		name: 'shouting',
		identity: 'shouting 1',
		concurrency: 1,
		call: ({texts, seeds}) => {
			calls.push(texts);
			const error = texts.map(failWith).find((found) => found !== undefined);
			if (error) return Promise.reject(error);
			return Promise.resolve({
				variants: texts.map((text, index) => [`${text}${String(seeds[index])}!`]),
				usages: texts.map(() => ({requests: 1, inputTokens: 2, outputTokens: 3})),
			});
		},
	};
	return {augmenter, calls};
}

for (const error of [new Error('too long'), new MillraceError('temporary', 'too long')])
	test(`a text for which a ${error.name} comes fails alone`, async (t) => {
		const {augmenter, calls} = shouting((text) => (text === 'bad' ? error : undefined));
		const found = await askAugmenter(augmenter, request(['a', 'bad', 'c']));
		t.deepEqual(
			found.map(({variants, failed}) => failed?.message ?? variants),
			[['a0!'], 'too long', ['c2!']],
		);
		t.deepEqual(found[0]?.usage, {requests: 1, inputTokens: 2, outputTokens: 3});
		t.deepEqual(calls, [['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
	});

test('an augmenter that is down ends the run, however many texts it is asked about', async (t) => {
	for (const texts of [['a'], ['a', 'b'], Array.from({length: 300}, (_, index) => `text ${index}`)]) {
		const {augmenter, calls} = shouting(() => new MillraceError('temporary', 'gave up.'));
		await t.throwsAsync(askAugmenter(augmenter, request(texts)), {
			code: 'stopped',
			message: /^augmenter shouting: .+ The last one says: gave up\./,
		});
		t.true(calls.length <= 4, `${calls.length} calls`);
	}
});

test('what is no fault of a text ends the run at once', async (t) => {
	const {augmenter, calls} = shouting(() => new MillraceError('usage', 'no such model'));
	await t.throwsAsync(askAugmenter(augmenter, request(['a', 'b'])), {code: 'usage'});
	t.is(calls.length, 1);
	const short: Augmenter = {...augmenter, call: () => Promise.resolve({variants: []})};
	await t.throwsAsync(askAugmenter(short, request(['a'])), {code: 'accounts'});
});

test('an augmenter may say itself for which texts its calls failed', async (t) => {
	const augmenter: Augmenter = {
		...shouting(() => undefined).augmenter,
		call: ({texts}) =>
			Promise.resolve({
				variants: texts.map((text) => [text === 'bad' ? '' : `${text}!`]),
				origins: texts.map((text) => [text === 'bad' ? {failed: 'gave up'} : {}]),
			}),
	};
	const found = await askAugmenter(augmenter, request(['bad', 'bad', 'bad', 'bad', 'a']));
	t.deepEqual(
		found.map(({variants, failed}) => failed?.message ?? variants),
		['gave up', 'gave up', 'gave up', 'gave up', ['a!']],
	);
});
