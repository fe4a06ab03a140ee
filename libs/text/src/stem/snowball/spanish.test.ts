import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {spanish} from './spanish.ts';

test('stems words', (t) => {
	const cases = [
		['cient\u00edficas', 'cientif'],
		['equivalente', 'equivalent'],
		['momento', 'moment'],
		['realizar', 'realiz'],
	] as const;
	for (const [word, stem] of cases) t.is(spanish(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(spanish);
	for (const [word, expected] of stemFixture('spanish')) t.is(stem(word), expected, word);
});
