import test from 'ava';
import {longestFind, wordSpecials} from './word-specials.ts';

test('parts and tokens of a special text join to it', (t) => {
	for (const [text, {cut, find}] of wordSpecials()) {
		t.is(cut?.join('') ?? text, text);
		t.is(find?.join('') ?? text, text);
	}
});

test('knows contractions, abbreviations, emoticons and units', (t) => {
	t.deepEqual(wordSpecials().get("don't")?.cut, ['do', "n't"]);
	t.deepEqual(wordSpecials().get('e.g.'), {text: 'e.g.', cut: ['e.g.'], find: ['e.g', '.']});
	t.deepEqual(wordSpecials().get(':)')?.find, [':', ')']);
	t.true(wordSpecials().get('km')?.unit);
	t.is(longestFind(), 11);
});
