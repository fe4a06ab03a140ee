import test from 'ava';
import {ruledLanguages, sentenceRules} from './sentence-rules.ts';

test('lists words in small letters without their last period, each in one list', (t) => {
	for (const language of ruledLanguages) {
		const {never, maybe, numbered, starters} = sentenceRules(language);
		for (const word of [...never, ...maybe, ...numbered, ...starters]) {
			t.is(word, word.toLowerCase(), `${language}: ${word}`);
			t.false(word.endsWith('.'), `${language}: ${word}`);
		}
		for (const word of never) t.false(maybe.has(word), `${language}: ${word} is in two lists`);
	}
});

test('knows the language of a tag', (t) => {
	t.is(sentenceRules('pt-BR'), sentenceRules('pt'));
	t.true(sentenceRules('en').never.has('dr'));
});

test('has common rules for other languages, with ordinals where these are written so', (t) => {
	t.is(sentenceRules('sw').ordinals, false);
	t.is(sentenceRules('hr').ordinals, 'small');
	t.true(sentenceRules('').never.has('dr'));
});
