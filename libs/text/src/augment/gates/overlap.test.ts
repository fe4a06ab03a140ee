import test from 'ava';
import {noveltyOf, overlap} from './overlap.ts';

const cases: readonly (readonly [string, string, number])[] = [
	['My card was declined', 'my  CARD was declined', 1],
	['one two three four', 'one two three five', 1 / 3],
	['one two three', 'four five six', 0],
	['ha ha ha ha', 'ha ha ha ha ha', 0.999],
	['', 'word', 0],
];

for (const [a, b, share] of cases)
	test(`'${a}' and '${b}' overlap by ${share.toFixed(3)}`, (t) => {
		t.is(overlap(noveltyOf(a), noveltyOf(b)), share);
		t.is(overlap(noveltyOf(b), noveltyOf(a)), share);
	});
