import test from 'ava';
import {
	chain,
	drop,
	either,
	lAr,
	maybe,
	open,
	possessives,
	sU,
	type Mark,
	type Reading,
} from './turkish-marks.ts';

const read = (word: string, mark: Mark): Reading & {readonly found: boolean} => {
	const reading = {word, right: 0, end: 0, depth: 0};
	const found = mark(reading);
	return {...reading, found};
};

test('a suffix is read where its vowels are in harmony', (t) => {
	t.true(read('evler', lAr).found);
	t.is(read('evler', lAr).right, 3);
	t.false(read('evlar', lAr).found);
	t.false(read('ler', lAr).found);
});

test('a consonant joins a suffix to a vowel', (t) => {
	t.is(read('arabas\u0131', sU).right, 2);
	t.is(read('evi', sU).right, 1);
	t.is(read('evimiz', possessives).right, 4);
});

test('takes the piece away that was read', (t) => {
	t.is(read('evler', chain(open, lAr, drop)).word, 'ev');
	t.is(read('evler', chain(open, either(sU, lAr), drop)).word, 'ev');
	t.is(read('ev', chain(open, maybe(lAr), drop)).word, 'ev');
});
