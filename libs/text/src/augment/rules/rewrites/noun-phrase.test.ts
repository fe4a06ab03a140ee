import test from 'ava';
import {isNounPhrase, isPlural, NOUN_PHRASE} from './noun-phrase.ts';

const verbs = new Set(['closed']);
const phrases = [
	['the bank', true],
	['my new bank card', true],
	['the bank closed', false],
	['the one', false],
	['the only bank', false],
	['the', false],
] as const;

for (const [phrase, is] of phrases)
	test(`${phrase} is a noun phrase: ${is}`, (t) => t.is(isNounPhrase(phrase, verbs), is));

const numbers = [
	['the cards', true],
	['these people', true],
	['the men', true],
	['a bus', false],
	['the glass', false],
	['the analysis', false],
	['my card', false],
] as const;

for (const [phrase, is] of numbers) test(`${phrase} is plural: ${is}`, (t) => t.is(isPlural(phrase), is));

test('the pattern takes four words at most', (t) => {
	const whole = new RegExp(`^${NOUN_PHRASE}$`);
	t.deepEqual(
		['the card', 'Another old bank card', 'the a b c d', 'card', 'the Card'].map((text) => whole.test(text)),
		[true, true, false, false, false],
	);
});
