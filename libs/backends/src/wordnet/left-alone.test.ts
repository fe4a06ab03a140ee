import test from 'ava';
import {leftAlone, particles} from './left-alone.ts';

test('lists words in small letters, each once', (t) => {
	for (const word of [...leftAlone, ...particles]) t.regex(word, /^[a-z]+$/);
	for (const word of ['card', 'charge', 'want']) t.true(leftAlone.has(word), word);
});
