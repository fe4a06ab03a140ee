import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {dutch} from './dutch.ts';

test('stems words', (t) => {
	const cases = [
		['bevoegde', 'bevoeg'],
		['handelingen', 'handel'],
		['openbare', 'openbar'],
		['verplaatsen', 'verplaats'],
	] as const;
	for (const [word, stem] of cases) t.is(dutch(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(dutch);
	for (const [word, expected] of stemFixture('dutch')) t.is(stem(word), expected, word);
});
