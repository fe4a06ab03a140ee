import test from 'ava';
import {noveltyOf, overlap} from './overlap.ts';

const cases: readonly (readonly [string, string, number])[] = [
	['My card was declined', 'my  CARD was declined', 1],
	['one two three four', 'one two three five', 1 / 3],
	['one two three', 'four five six', 0],
	['ha ha ha ha', 'ha ha ha ha ha', 0.999],
	['', 'word', 0],
	['', '', 1],
	['a b c d', 'a b c d e', 2 / 3],
	['Why?', 'Why!', 0],
	['a b c', 'a, b c', 0],
];

for (const [a, b, share] of cases)
	test(`'${a}' and '${b}' overlap by ${share.toFixed(3)}`, (t) => {
		t.is(overlap(noveltyOf(a), noveltyOf(b)), share);
		t.is(overlap(noveltyOf(b), noveltyOf(a)), share);
	});

for (const part of ['1', 'a', "'", 'a ']) {
	test(`compares a megabyte of ${JSON.stringify(part)} in one pass`, (t) => {
		const text = part.repeat(1_000_000 / part.length);
		t.is(overlap(noveltyOf(text), noveltyOf(text)), 1);
	});
}
