import test from 'ava';
import {embeddingsAnswer} from './embeddings-answer.ts';

const ask = {model: 'm', encoding_format: 'float'};
const embed = (text: string): number[] => [text.length, 1, 2];

test('answers in the form of embeddings, with indexes in no order', (t) => {
	t.deepEqual(embeddingsAnswer({...ask, input: ['a b', 'c'], dimensions: 2}, embed, true), {
		answer: {
			object: 'list',
			model: 'm',
			data: [
				{object: 'embedding', index: 1, embedding: [1, 1]},
				{object: 'embedding', index: 0, embedding: [3, 1]},
			],
			usage: {prompt_tokens: 3, total_tokens: 3},
		},
	});
});

test('takes one text too, and may be deaf to dimensions', (t) => {
	t.like(embeddingsAnswer({...ask, input: 'a', dimensions: 2}, embed, false), {
		answer: {data: [{index: 0, embedding: [1, 1, 2]}]},
	});
});

for (const body of [
	{...ask},
	{...ask, input: []},
	{...ask, input: ['']},
	{...ask, input: [1]},
	{input: 'a'},
]) {
	test(`says what is wrong with ${JSON.stringify(body)}`, (t) => {
		t.true('fault' in embeddingsAnswer(body, embed, true));
	});
}
