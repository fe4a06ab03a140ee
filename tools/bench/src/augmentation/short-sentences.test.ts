import test from 'ava';
import {shortSentences} from './short-sentences.ts';

test('the sentences are different and short', (t) => {
	const all = shortSentences();
	t.is(new Set(all).size, 256);
	t.true(all.every((text) => text.split(' ').length <= 16));
});
