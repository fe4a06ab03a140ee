import test from 'ava';
import {baseLanguage, countPhrases, phrasePatterns} from './word-lists.ts';

const patterns = phrasePatterns({can: ['can', "can't", 'able to'], dot: ['a.b']});

const cases: readonly (readonly [text: string, can: number, dot: number])[] = [
	['I can; CAN you? A scan cannot.', 2, 0],
	['I can\u2019t, and am able   to.', 2, 0],
	['able\u0301 to', 0, 0],
	['a.b axb A.B.', 0, 2],
	['', 0, 0],
];
for (const [text, can, dot] of cases) {
	test(`counts whole phrases, without case, in ${JSON.stringify(text)}`, (t) => {
		t.deepEqual(
			[...countPhrases(text, patterns)],
			[
				['can', can],
				['dot', dot],
			],
		);
	});
}

test('a language is its first part', (t) => {
	t.deepEqual(['en', 'en-GB', 'zh-Hant-TW', ''].map(baseLanguage), ['en', 'en', 'zh', '']);
});
