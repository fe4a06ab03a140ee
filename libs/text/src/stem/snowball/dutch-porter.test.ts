import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {dutchPorter} from './dutch-porter.ts';

test('stems words', (t) => {
	const cases = [
		['bestaan', 'bestan'],
		['handhaving', 'handhav'],
		['openstaan', 'openstan'],
		['versterking', 'versterk'],
	] as const;
	for (const [word, stem] of cases) t.is(dutchPorter(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(dutchPorter);
	for (const [word, expected] of stemFixture('dutch_porter')) t.is(stem(word), expected, word);
});
