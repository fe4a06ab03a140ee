import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {english} from './english.ts';

test('stems words', (t) => {
	const cases = [
		['charge', 'charg'],
		['freedoms', 'freedom'],
		['offence', 'offenc'],
		['servitude', 'servitud'],
	] as const;
	for (const [word, stem] of cases) t.is(english(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(english);
	for (const [word, expected] of stemFixture('english')) t.is(stem(word), expected, word);
});
