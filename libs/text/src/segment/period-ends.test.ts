import test from 'ava';
import {periodEnds} from './period-ends.ts';
import {sentenceRules} from './sentence-rules.ts';

const cases: readonly (readonly [ends: boolean, language: string, before: string, next: string])[] = [
	[true, 'en', 'I left', 'Then'],
	[false, 'en', 'I met Mr', 'Jones'],
	[false, 'en', 'See No', '5'],
	[true, 'en', 'No', 'I'],
	[false, 'en', 'in the U.S', 'Senate'],
	[true, 'en', 'in the U.S', 'The'],
	[false, 'en', 'by J', 'Smith'],
	[true, 'en', 'apples etc', 'Prices'],
	[false, 'en', 'apples etc', 'and'],
	[true, 'en', 'lost my card', 'please'],
	[false, 'en', 'approx', 'five'],
	[false, 'de', 'am 3', 'Mai'],
	[true, 'de', 'am 3', 'Danach'],
	[true, 'fi', 'sivu 12', 'Hän'],
	[false, 'fi', 'se oli 12', 'joulukuuta'],
	[false, 'de', 'wohnt z. B', 'in'],
	[false, 'de', 'wohnt z', 'B.'],
	[false, 'fr', "l'art", '5'],
	[true, 'en', 'anything', ''],
];

for (const [ends, language, before, next] of cases) {
	test(`${language}: a period ${ends ? 'ends' : 'does not end'} "${before}" before "${next}"`, (t) => {
		t.is(
			periodEnds({
				before: `Well, ${before}`,
				whole: false,
				closed: false,
				next,
				rules: sentenceRules(language),
			}),
			ends,
		);
	});
}

test('a number that begins a sentence counts an item', (t) => {
	const period = {before: '12', next: 'First', closed: false, rules: sentenceRules('en')};
	t.false(periodEnds({...period, whole: true}));
	t.true(periodEnds({...period, whole: false}));
});

test('a quotation that closes ends a sentence but before a small letter', (t) => {
	const period = {before: 'He said: "Go', whole: true, closed: true, rules: sentenceRules('en')};
	t.true(periodEnds({...period, next: 'She'}));
	t.false(periodEnds({...period, next: 'she'}));
});
