import test from 'ava';
import fc from 'fast-check';
import {escapePattern} from '../escape-pattern.ts';
import {baseLanguage, countPhrases, phraseTable} from './word-lists.ts';

const phrases = {
	can: ['can', "can't", 'able to'],
	wish: ["'d like", 'would like', 'like to be'],
	dot: ['a.b'],
};
const table = phraseTable(phrases);

const cases: readonly (readonly [text: string, can: number, wish: number, dot: number])[] = [
	['I can; CAN you? A scan cannot.', 2, 0, 0],
	['I can\u2019t, and am able   to.', 2, 0, 0],
	['able\u0301 to', 0, 0, 0],
	['able, to', 0, 0, 0],
	['I\u2019d like one; I would like to be able to.', 1, 2, 0],
	['a.b axb A.B.', 0, 0, 2],
	['', 0, 0, 0],
];
for (const [text, can, wish, dot] of cases) {
	test(`counts whole phrases, without case, in ${JSON.stringify(text)}`, (t) => {
		t.deepEqual([...countPhrases(text, table)], Object.entries({can, wish, dot}));
	});
}

test('counts are those of the plain definition, by patterns', (t) => {
	const patterns = Object.entries(phrases).map(([name, list]): [string, RegExp] => {
		const longest = list.toSorted((a, b) => b.length - a.length).map(escapePattern);
		const source = longest
			.map(
				(phrase) =>
					`${phrase.startsWith("'") ? '' : '(?<![\\p{L}\\p{M}\\p{N}])'}${phrase.replaceAll(' ', '\\s+')}`,
			)
			.join('|');
		return [name, new RegExp(`(?:${source})(?![\\p{L}\\p{M}\\p{N}])`, 'giu')];
	});
	const part = fc.constantFrom(
		'can',
		"can't",
		'able',
		'to',
		"'",
		'd',
		'like',
		'would',
		'be',
		'a',
		'.',
		'b',
		' ',
		'  ',
		'\u0301',
		', ',
	);
	fc.assert(
		fc.property(fc.array(part, {maxLength: 30}), (parts) => {
			const text = parts.join('');
			t.deepEqual(
				[...countPhrases(text, table)],
				patterns.map(([name, pattern]) => [name, text.match(pattern)?.length ?? 0]),
			);
		}),
		{numRuns: 500},
	);
});

test('a megabyte of one letter or mark is counted', (t) => {
	for (const part of ['a', "'", 'can ', '\u00e4'])
		t.true(countPhrases(part.repeat(1_000_000 / part.length), table).size === 3);
});

test('a language is its first part', (t) => {
	t.deepEqual(['en', 'en-GB', 'zh-Hant-TW', ''].map(baseLanguage), ['en', 'en', 'zh', '']);
});
