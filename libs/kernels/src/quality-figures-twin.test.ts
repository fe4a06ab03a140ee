import test from 'ava';
import {qualityFiguresTwin} from './quality-figures-twin.ts';

test('counts the words that are given, not its own', (t) => {
	const text = Buffer.from('ab, ab, ab');
	t.like(qualityFiguresTwin(text, [0, 3, 4, 7, 8, 10], {stopWords: ['ab'], repetition: true}), {
		words: 3,
		plainWords: 3,
		plainWordChars: 8,
		stopWordCount: 1,
		top2Chars: 7,
	});
});
