import test from 'ava';
import {cutChunk} from './cut-chunk.ts';

for (const [chunk, words] of [
	["can't've", "ca|n't|'ve"],
	['(“don’t”)', '(|“|do|n’t|”|)'],
	['10km/h,', '10|km/h|,'],
	['mother-in-law', 'mother|-|in|-|law'],
	['a.m.', 'a.m.'],
	['C++', 'C++'],
	['it:)', 'it|:)'],
	['U.S.', 'U.S.'],
	['…', '…'],
	['((', '(|('],
] as const)
	test(`cuts ${chunk} into ${words}`, (t) => {
		t.is(cutChunk(chunk).join('|'), words);
	});
