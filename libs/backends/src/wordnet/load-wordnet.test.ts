import test from 'ava';
import {loadWordnet, wordnetVersion} from './load-wordnet.ts';

test('reads senses in their order, with counts and synsets', async (t) => {
	const {senses, count} = await loadWordnet();
	t.deepEqual(senses('buy', 'verb')[0], {synset: {words: ['buy', 'purchase'], marked: false}, count: 102});
	t.is(senses('buy', 'verb')[0]?.synset, senses('purchase', 'verb')[0]?.synset);
	t.true((count('dog', 'noun') ?? 0) > 20);
	t.is(count('dog', 'adverb'), undefined);
	t.is(count('of', 'noun'), undefined);
	t.deepEqual(senses('zqxaav', 'noun'), []);
});

test('reads satellites, places of adjectives, several words and marks of usage', async (t) => {
	const {senses} = await loadWordnet();
	t.true(senses('swift', 'adjective').some(({synset}) => synset.words.includes('fleet')));
	t.true(senses('galore', 'adjective').length > 0);
	t.true(senses('credit card', 'noun').length > 0);
	t.true(senses('cop', 'noun').some(({synset}) => synset.marked));
});

test('loads once', async (t) => {
	t.is(await loadWordnet(), await loadWordnet());
	t.regex(wordnetVersion(), /^3\.\d+\.\d+$/);
});
