import test from 'ava';
import fc from 'fast-check';
import carry from 'natural/lib/natural/stemmers/Carry/index.js';
import lancasterStemmer from 'natural/lib/natural/stemmers/lancaster_stemmer.js';
import ukrainianStemmer from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';
import japaneseStemmer from 'natural/lib/natural/stemmers/stemmer_ja.js';
import {carryFrench, japanese, lancaster, ukrainian} from './natural-stemmers.ts';

const pairs = [
	{name: 'lancaster', ours: lancaster, theirs: lancasterStemmer, word: 'maximum', stem: 'maxim'},
	{name: 'carry', ours: carryFrench, theirs: carry, word: 'continuellement', stem: 'continu'},
	{
		name: 'ukrainian',
		ours: ukrainian,
		theirs: ukrainianStemmer,
		word: '\u043a\u043d\u0438\u0433\u0430\u043c\u0438',
		stem: '\u043a\u043d\u0438\u0433',
	},
	{
		name: 'japanese',
		ours: japanese,
		theirs: japaneseStemmer,
		word: '\u30b5\u30fc\u30d0\u30fc',
		stem: '\u30b5\u30fc\u30d0',
	},
];
// What natural's plain objects inherit has a test of its own.
const inherited = Object.getOwnPropertyNames(Object.prototype);
const anyWord = fc
	.oneof(
		fc.string({unit: 'binary', maxLength: 20}),
		fc.string({
			unit: fc.constantFrom('a', 'b', 'd', 'e', 'g', 'i', 'n', 'r', 's', 't', 'y', '\u00e9'),
			maxLength: 12,
		}),
		fc.string({
			unit: fc.constantFrom('\u0430', '\u0432', '\u0438', '\u043c', '\u043d', '\u043e', '\u044c'),
			maxLength: 12,
		}),
	)
	.filter((word) => !inherited.some((name) => word.endsWith(name)));

for (const {name, ours, theirs, word, stem} of pairs) {
	test(`${name} is that of natural`, (t) => {
		t.is(ours(word), stem);
		fc.assert(fc.property(anyWord, (any) => ours(any) === theirs.stem(any)));
	});

	test(`${name} keeps what no word is as long as`, (t) => {
		const long = 'ing'.repeat(30_000);
		t.is(ours(long), long);
	});
}

test('carry finds no endings that it was not given', (t) => {
	t.is(carryFrench('constructor'), 'constructor');
	t.is(carryFrench('xtoString'), 'xtoString');
});
