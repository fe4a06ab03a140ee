import test from 'ava';
import fc from 'fast-check';
import {phraseTrie} from './phrase-trie.ts';

const words = (longest: number) => fc.array(fc.integer({min: 0, max: 2}), {minLength: 1, maxLength: longest});

test('each phrase is found at the first place at which it stands, and no other', (t) => {
	fc.assert(
		fc.property(fc.array(words(4), {maxLength: 6}), words(20), (phrases, text) => {
			const trie = phraseTrie();
			for (const [item, phrase] of phrases.entries()) trie.add(Int32Array.from(phrase), item);
			const found = new Map(trie.runs(Int32Array.from(text)).map((run) => [run.item, run]));
			for (const [item, phrase] of phrases.entries()) {
				const at = text.findIndex((_, start) => phrase.every((word, index) => text[start + index] === word));
				t.deepEqual(found.get(item), at < 0 ? undefined : {item, at, place: 0, words: phrase.length});
			}
		}),
	);
});

test('an empty trie finds nothing', (t) => {
	t.deepEqual(phraseTrie().runs(Int32Array.of(1, 2)), []);
});
