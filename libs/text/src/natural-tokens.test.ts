import test from 'ava';
import {naturalLanguages, naturalTokens} from './natural-tokens.ts';

const cases = [
	['en', "Don't stop, me/you!", ["Don't", 'stop', 'me/you']],
	['de', 'Die gro\u00dfe T\u00fcr, \u00fcber 5.', ['Die', 'gro\u00dfe', 'T\u00fcr', '\u00fcber', '5']],
	['ja', '\u79c1\u306f\u5b66\u751f\u3067\u3059\u3002', ['\u79c1', '\u306f', '\u5b66\u751f', '\u3067\u3059']],
	['ru', '\u042d\u0442\u043e \u0442\u0435\u0441\u0442.', ['\u042d\u0442\u043e', '\u0442\u0435\u0441\u0442']],
] as const;

for (const [language, text, tokens] of cases) {
	test(`cuts ${language} as natural does`, (t) => {
		t.deepEqual(naturalTokens(text, language), [...tokens]);
	});
}

test('finds no empty words in any of its languages', (t) => {
	for (const language of naturalLanguages) {
		t.deepEqual(naturalTokens('', language), [], language);
		t.notThrows(() => naturalTokens(' \u{1f600} a\u0301 \n', language));
	}
});

test('has none for other languages', (t) => {
	for (const language of ['it', 'id', 'xx', '']) t.is(naturalTokens('a b', language), undefined, language);
});
