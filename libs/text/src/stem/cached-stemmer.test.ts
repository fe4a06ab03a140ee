import test from 'ava';
import {cachedStemmer} from './cached-stemmer.ts';

test('answers as without a memory, however small that is', (t) => {
	const words = ['running', 'cats', 'ponies', '', 'cats', 'x'.repeat(100)];
	for (const size of [0, 1, 2, 1000]) {
		const stem = cachedStemmer((word) => `${word}!`, size);
		for (const word of [...words, ...words]) t.is(stem(word), `${word}!`);
	}
});

test('asks once for what it remembers', (t) => {
	let asked = 0;
	const stem = cachedStemmer((word) => {
		asked++;
		return word;
	}, 2);
	for (const word of ['a', 'a', 'b', 'c', 'a', 'b']) stem(word);
	t.is(asked, 3);
	for (const word of ['d', 'e', 'f', 'a']) stem(word);
	t.is(asked, 7);
});
