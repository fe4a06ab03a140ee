import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {danish} from './danish.ts';

test('stems words', (t) => {
	const cases = [
		['danne', 'dan'],
		['hvorunder', 'hvorund'],
		['pligter', 'pligt'],
		['uanset', 'uans'],
	] as const;
	for (const [word, stem] of cases) t.is(danish(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(danish);
	for (const [word, expected] of stemFixture('danish')) t.is(stem(word), expected, word);
});
