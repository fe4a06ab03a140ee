import test from 'ava';
import {treebankTokens} from './treebank-tokens.ts';

const cases = [
	['contractions in two', "I can't; they'll cannot", ['I', 'ca', "n't", ';', 'they', "'ll", 'can', 'not']],
	['a period at the end of a line alone', 'Dr. No.\nYes.', ['Dr.', 'No', '.', 'Yes', '.']],
	[
		'letters beyond ASCII',
		'na\u00efve caf\u00e9 \u041c\u043e\u0441\u043a\u0432\u0430',
		['na\u00efve', 'caf\u00e9', '\u041c\u043e\u0441\u043a\u0432\u0430'],
	],
	[
		'emoji and odd punctuation',
		'\u201cA\u201d\u2026\u{1f600}b',
		['\u201c', 'A', '\u201d', '\u2026', '\u{1f600}', 'b'],
	],
] as const;

for (const [title, text, tokens] of cases) {
	test(`cuts ${title}`, (t) => {
		t.deepEqual(treebankTokens(text), [...tokens]);
	});
}
