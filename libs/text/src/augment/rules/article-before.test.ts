import test from 'ava';
import {articleBefore} from './article-before.ts';

const cases = [
	['I made a mistake', 9, 'error', {start: 7, end: 8, word: 'an'}],
	['An error', 3, 'mistake', {start: 0, end: 2, word: 'A'}],
	['A mistake', 2, 'error', {start: 0, end: 1, word: 'An'}],
	['I made a mistake', 9, 'fault', undefined],
	['the mistake', 4, 'error', undefined],
	['vitamin-a mistake', 10, 'error', undefined],
	['mistake', 0, 'error', undefined],
] as const;

for (const [text, start, word, change] of cases)
	test(`before ${word} in ${JSON.stringify(text)}`, (t) =>
		t.deepEqual(articleBefore(text, {start, end: text.length, word}), change));
