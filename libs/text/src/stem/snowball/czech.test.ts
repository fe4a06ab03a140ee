import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {czech} from './czech.ts';

test('stems words', (t) => {
	const cases = [
		['ka\u017ed\u00e9mu', 'ka\u017ed'],
		['porozum\u011bn\u00ed', 'porozum\u011bn'],
		['strany', 'stran'],
		['v\u0161ichni', 'v\u0161ichn'],
	] as const;
	for (const [word, stem] of cases) t.is(czech(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(czech);
	for (const [word, expected] of stemFixture('czech')) t.is(stem(word), expected, word);
});
