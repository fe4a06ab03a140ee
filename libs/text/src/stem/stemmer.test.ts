import {readdirSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {stemFixture} from './stem-fixture.ts';
import {stemAlgorithmOf, stemAlgorithms, stemmer} from './stemmer.ts';

const fixtures = readdirSync(new URL('./fixtures', import.meta.url)).map((name) => name.replace('.json', ''));

test('has every algorithm of Snowball 3.1 and those that only natural has', (t) => {
	t.is(fixtures.length, 36);
	t.deepEqual(stemAlgorithms, [...fixtures, 'carry', 'japanese', 'lancaster', 'ukrainian'].toSorted());
});

for (const algorithm of stemAlgorithms) {
	const stem = stemmer(algorithm);

	if (fixtures.includes(algorithm))
		test(`${algorithm}: equals its reference`, (t) => {
			for (const [word, expected] of stemFixture(algorithm)) t.is(stem(word), expected, word);
		});

	test(`${algorithm}: any text has a well-formed stem, the same each time`, (t) => {
		const pieces = fixtures.includes(algorithm) ? stemFixture(algorithm).map(([word]) => word) : ['ing', 's'];
		const anyWord = fc.oneof(
			fc.string({unit: 'binary', maxLength: 30}),
			fc.array(fc.constantFrom(...pieces), {maxLength: 4}).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(anyWord, (word) => stem(word).isWellFormed() && stem(word) === stem(word)),
			{numRuns: 300},
		);
		t.pass();
	});

	test(`${algorithm}: a text without spaces is no trouble`, (t) => {
		for (const piece of ['a', 'ing', 'ndaki', "'s", '\u{1f600}', '\u05d5', '\u03b1', '\u0bb3'])
			t.notThrows(() => stem(piece.repeat(20_000)));
	});
}

test('a language tag chooses the algorithm', (t) => {
	const cases = [
		['en', 'english'],
		['en-GB', 'english'],
		['EN_us', 'english'],
		['deu', 'german'],
		['nb', 'norwegian'],
		['nn-NO', 'norwegian'],
		['zh', undefined],
		['und', undefined],
		['', undefined],
		['constructor', undefined],
	] as const;
	for (const [tag, algorithm] of cases) t.is(stemAlgorithmOf(tag), algorithm, tag);
});

test('no two algorithms claim a language', (t) => {
	const tags = [
		'ar',
		'ca',
		'cs',
		'da',
		'de',
		'el',
		'en',
		'eo',
		'es',
		'et',
		'eu',
		'fa',
		'fi',
		'fr',
		'ga',
		'hi',
		'hu',
	];
	const more = [
		'hy',
		'id',
		'it',
		'ja',
		'lt',
		'ne',
		'nl',
		'no',
		'pl',
		'pt',
		'ro',
		'ru',
		'sr',
		'st',
		'sv',
		'ta',
		'tr',
	];
	const found = [...tags, ...more, 'uk', 'yi'].map(stemAlgorithmOf);
	t.false(found.includes(undefined));
	t.is(new Set(found).size, found.length);
});
