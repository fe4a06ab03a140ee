import {canonicalJson} from '@millrace/core';
import test from 'ava';
import {wordLexicon} from './lexicon.ts';

test('has the words of a language, without their case, and its stop words', async (t) => {
	const has = await wordLexicon({en: ['Hotel', 'final'], de: ['Hotel']}).open();
	for (const [word, language, expected] of [
		['hotel', 'en', true],
		['what', 'en', true],
		['what', 'en-GB', true],
		['hotel', 'de', true],
		['final', 'de', false],
		['hotel', 'es', false],
		['que', 'es', false],
		['constructor', 'en', false],
	] as const)
		t.is(has(word, language), expected, `${word} ${language}`);
});

test('another list has another identity', (t) => {
	const identities = [{en: ['a']}, {en: ['b']}, {de: ['a']}].map((lists) => wordLexicon(lists).identity);
	t.is(new Set(identities.map(canonicalJson)).size, 3);
});
