import test from 'ava';
import fc from 'fast-check';
import {stopWordLanguages, stopWords, withoutStopWords} from './stop-words.ts';

test('leaves out the stop words of the language, in any case and with any apostrophe', (t) => {
	t.deepEqual(withoutStopWords(['The', 'card', 'IS', 'lost'], 'en'), ['card', 'lost']);
	t.deepEqual(withoutStopWords(['Die', 'Karte', 'ist', 'gesperrt'], 'de'), ['Karte', 'gesperrt']);
	t.deepEqual(withoutStopWords(['я', 'потерял', 'карту'], 'ru'), ['потерял', 'карту']);
});

test('leaves out what is contracted with a stop word or elided', (t) => {
	t.deepEqual(withoutStopWords(["It's", 'we\u2019re', "card's", 'lost'], 'en'), ["card's", 'lost']);
	t.deepEqual(withoutStopWords(["l'", 'eau'], 'fr'), ['eau']);
});

test('leaves out what is asked besides, and keeps what is asked', (t) => {
	t.deepEqual(withoutStopWords(['not', 'the', 'Card', 'now'], 'en', {also: ['card'], keep: ['Not', 'now']}), [
		'not',
		'now',
	]);
});

test('keeps tokens of a language without a list', (t) => {
	t.deepEqual(withoutStopWords(['the', 'x'], 'und'), ['the', 'x']);
	t.is(stopWords('und'), undefined);
});

test('knows sixty languages or so, each with words in small letters and nothing but words', (t) => {
	t.true(stopWordLanguages.length >= 57);
	for (const language of stopWordLanguages) {
		const words = [...(stopWords(language) ?? [])];
		t.true(words.length >= 20, language);
		for (const word of words)
			t.true(/\p{L}/u.test(word) && word === word.toLowerCase(), `${language}: ${word}`);
	}
});

test('is idempotent, keeps order and adds nothing', (t) => {
	const word = fc.constantFrom<string[]>('the', 'card', 'is', 'not', 'Lost', 'der', '');
	fc.assert(
		fc.property(fc.array(word), (tokens) => {
			const left = withoutStopWords(tokens, 'en');
			let at = 0;
			return (
				left.every((token) => (at = tokens.indexOf(token, at) + 1) > 0) &&
				withoutStopWords(left, 'en').length === left.length
			);
		}),
	);
	t.pass();
});
