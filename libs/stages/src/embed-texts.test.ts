import type {EmbeddingBackend} from '@millrace/text';
import test from 'ava';
import {embedTexts} from './embed-texts.ts';

const giving = (vectorOf: (text: string) => readonly number[], calls: unknown[] = []): EmbeddingBackend => ({
	name: 'giving',
	identity: 'giving',
	concurrency: 1,
	call({texts}) {
		calls.push(texts);
		return Promise.resolve({vectors: texts.map(vectorOf)});
	},
});

test('asks for each text once, sorted, and gives its vector; for no text it asks nothing', async (t) => {
	const calls: unknown[] = [];
	const backend = giving((text) => (text === '' ? [] : [text.length, 0]), calls);
	t.deepEqual(
		[...(await embedTexts(backend, ['bb', 'a', '', 'bb']))],
		[
			['', []],
			['a', [1, 0]],
			['bb', [2, 0]],
		],
	);
	t.is((await embedTexts(backend, [])).size, 0);
	t.deepEqual(calls, [['', 'a', 'bb']]);
});

test('vectors of several lengths, too few or too many are errors', async (t) => {
	const uneven = giving((text) => Array.from(text, () => 1));
	await t.throwsAsync(embedTexts(uneven, ['bb', 'a']), {code: 'accounts', message: /one length, found 1, 2/});
	const none: EmbeddingBackend = {...uneven, call: () => Promise.resolve({vectors: [[1], [1]]})};
	await t.throwsAsync(embedTexts(none, ['a']), {code: 'accounts', message: /of 1 texts, found 2/});
});
