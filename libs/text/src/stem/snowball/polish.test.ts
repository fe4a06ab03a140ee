import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {polish} from './polish.ts';

test('stems words', (t) => {
	const cases = [
		['ingerowa\u0107', 'ingerow'],
		['og\u00f3lne', 'og\u00f3ln'],
		['religijnymi', 'religijn'],
		['wsp\u00f3\u0142prac\u0119', 'wsp\u00f3\u0142prac'],
	] as const;
	for (const [word, stem] of cases) t.is(polish(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(polish);
	for (const [word, expected] of stemFixture('polish')) t.is(stem(word), expected, word);
});
