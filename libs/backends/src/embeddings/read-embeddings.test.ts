import test from 'ava';
import {readEmbeddings} from './read-embeddings.ts';

const read = (body: string, dimensions?: number) =>
	readEmbeddings(body, {name: 'backend x', count: 2, dimensions});

const data = (...rows: readonly (readonly [index: number, embedding: unknown])[]): string =>
	JSON.stringify({data: rows.map(([index, embedding]) => ({index, embedding}))});

test('vectors come in the order of their indexes, as numbers of 32 bits, with the tokens where they are told', (t) => {
	t.deepEqual(read(data([1, [2, 0.1]], [0, [1, 0]])), {
		vectors: [
			[1, 0],
			[2, Math.fround(0.1)],
		],
		tokens: undefined,
	});
	const told = JSON.stringify({...JSON.parse(data([0, [1]], [1, [1]])), usage: {prompt_tokens: 7}});
	t.is(read(told, 1).tokens, 7);
});

const wrong: readonly (readonly [title: string, body: string, expected: object])[] = [
	[
		'too few',
		data([0, [1]]),
		{code: 'accounts', message: /2 vectors with the indexes 0 to 1, found 1 with 0;/},
	],
	['none', data(), {code: 'accounts', message: /found 0/}],
	['too many', data([0, [1]], [1, [1]], [2, [1]]), {code: 'accounts', message: /found 3 with 0, 1, 2/}],
	['one index twice', data([0, [1]], [0, [1]]), {code: 'accounts', message: /found 2 with 0;/}],
	['an index beyond', data([0, [1]], [2, [1]]), {code: 'accounts', message: /found 2 with 0, 2/}],
	['unequal lengths', data([0, [1]], [1, [1, 2]]), {code: 'accounts', message: /of one length, found 1, 2/}],
	['no numbers', data([0, []], [1, []]), {code: 'accounts', message: /of one length, found 0/}],
	['base64', data([0, 'AACAPw=='], [1, 'AACAPw==']), {name: 'TemporaryFault', message: /data\.0\.embedding/}],
	['a vector for each token', data([0, [[1]]], [1, [[1]]]), {name: 'TemporaryFault', message: /embeddings/}],
	['null', data([0, [null]], [1, [null]]), {name: 'TemporaryFault', message: /embeddings/}],
	['beyond 32 bits', data([0, [1e300]], [1, [1]]), {name: 'TemporaryFault', message: /embeddings/}],
	['no JSON', '<html>', {name: 'TemporaryFault', message: /expected JSON, found "<html>"/}],
];
for (const [title, body, expected] of wrong) {
	test(`vectors that are wrong are an error: ${title}`, (t) => {
		t.throws(() => read(body), expected);
	});
}

test('other dimensions than were asked for are an error', (t) => {
	t.throws(() => read(data([0, [1, 2]], [1, [1, 2]]), 1), {
		code: 'usage',
		message: /expected vectors of 1 numbers, found 2; the endpoint does not honour dimensions/,
	});
});
