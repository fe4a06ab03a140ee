import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {finnish} from './finnish.ts';

test('stems words', (t) => {
	const cases = [
		['henkil\u00f6n\u00e4', 'henkil\u00f6'],
		['maansa', 'maans'],
		['p\u00e4\u00e4st\u00e4', 'p\u00e4\u00e4s'],
		['ty\u00f6paikan', 'ty\u00f6paik'],
	] as const;
	for (const [word, stem] of cases) t.is(finnish(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(finnish);
	for (const [word, expected] of stemFixture('finnish')) t.is(stem(word), expected, word);
});
