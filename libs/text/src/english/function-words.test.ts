import test from 'ava';
import {functionWords} from './function-words.ts';

test('holds closed classes with all that a word may be, and no content words', (t) => {
	t.deepEqual(functionWords.get('the'), ['determiner']);
	t.true(
		functionWords.get('that')?.includes('pronoun') && functionWords.get('that')?.includes('preposition'),
	);
	for (const word of ['bank', 'card', 'close', '']) t.false(functionWords.has(word), word);
});
