import type {EmbeddingBackend} from '@millrace/text';
import test from 'ava';
import {nearestCentroid} from './nearest-centroid.ts';

/** How often each of four letters stands in a text. */
const calls: (readonly string[])[] = [];
const letters: EmbeddingBackend = {
	name: 'letters',
	identity: 'letters',
	concurrency: 1,
	call({texts}) {
		calls.push(texts);
		if (texts.includes('fail')) return Promise.reject(new Error('it fell over'));
		return Promise.resolve({
			vectors: texts.map((text) => Array.from('abcd', (letter) => text.split(letter).length - 1)),
		});
	},
};
const examples = [
	{text: 'aab', label: 'first'},
	{text: 'a', label: 'first'},
	{text: 'ccd', label: 'second'},
	{text: '', label: 'none'},
];
const candidate = (variant: string, label: string) => ({original: 'a', variant, row: {label}});

test('a variant is judged by the centre of its label in embeddings, for which examples are embedded once', async (t) => {
	const judge = nearestCentroid({examples, backend: letters});
	const scores = await judge.judge([
		candidate('aaab', 'first'),
		candidate('ccca', 'first'),
		candidate('cd', 'second'),
		candidate('zzz', 'first'),
		candidate('a', 'other'),
		candidate('a', 'none'),
	]);
	t.is(scores[0], 1);
	t.true(Number(scores[1]) > 0 && Number(scores[1]) < 0.6);
	t.deepEqual(scores.slice(2), [1, null, null, 0]);
	await judge.judge([candidate('b', 'first')]);
	t.deepEqual(calls, [['', 'a', 'aab', 'ccd'], ['a', 'aaab', 'ccca', 'cd', 'zzz'], ['b']]);
});

test('a backend that failed for the examples is asked again', async (t) => {
	const down = {...letters, call: () => Promise.reject(new Error('down'))};
	let backend: EmbeddingBackend = down;
	const judge = nearestCentroid({
		examples,
		backend: {...letters, call: async (request, options) => backend.call(request, options)},
	});
	await t.throwsAsync(async () => judge.judge([candidate('a', 'first')]), {message: 'down'});
	backend = letters;
	t.deepEqual(await judge.judge([candidate('a', 'first')]), [1]);
});

test('its identity is that of its examples and its model', (t) => {
	const identities = [
		nearestCentroid({examples}),
		nearestCentroid({examples, backend: letters}),
		nearestCentroid({examples, backend: {...letters, identity: 'other'}}),
		nearestCentroid({examples: examples.slice(1), backend: letters}),
	].map(({identity}) => JSON.stringify(identity));
	t.is(new Set(identities).size, 4);
});
