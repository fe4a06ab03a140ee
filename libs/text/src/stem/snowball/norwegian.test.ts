import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {norwegian} from './norwegian.ts';

test('stems words', (t) => {
	const cases = [
		['f\u00f8dde', 'f\u00f8dd'],
		['rettssakar', 'rettssak'],
		['enten', 'ent'],
		['rettslige', 'retts'],
	] as const;
	for (const [word, stem] of cases) t.is(norwegian(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(norwegian);
	for (const [word, expected] of stemFixture('norwegian')) t.is(stem(word), expected, word);
});
