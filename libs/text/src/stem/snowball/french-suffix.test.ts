import test from 'ava';
import {letters} from '../letters.ts';
import {withoutFrenchSuffix} from './french-suffix.ts';

const vowel = letters('aeiouy\u00e9\u00e8');
const within = (word: string, start: number) => withoutFrenchSuffix(word, start, start, start, vowel);

test('takes a suffix away, and puts another in its place', (t) => {
	t.deepEqual(within('tolerance', 3), {word: 'toler', found: true});
	t.deepEqual(within('biologie', 2), {word: 'biolog', found: true});
	t.deepEqual(within('solution', 2), {word: 'solu', found: true});
	t.deepEqual(within('chapeaux', 9), {word: 'chapeau', found: true});
	t.deepEqual(within('possibilit\u00e9', 3), {word: 'possibil', found: true});
	t.deepEqual(within('capabilit\u00e9', 7), {word: 'capabl', found: true});
});

test('adverbs lose their ending, and verb endings may follow', (t) => {
	t.deepEqual(within('constamment', 3), {word: 'constant', found: false});
	t.deepEqual(within('vraiment', 3), {word: 'vrai', found: false});
});

test('leaves a word whose suffix lies outside of its region', (t) => {
	t.deepEqual(within('tolerance', 9), {word: 'tolerance', found: false});
	t.deepEqual(within('chat', 0), {word: 'chat', found: false});
});
