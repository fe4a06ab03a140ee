import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {basque} from './basque.ts';

test('stems words', (t) => {
	const cases = [
		['baliabideak', 'baliabide'],
		['egokiak', 'ego'],
		['herritarren', 'herri'],
		['ordaindutako', 'ordain'],
	] as const;
	for (const [word, stem] of cases) t.is(basque(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(basque);
	for (const [word, expected] of stemFixture('basque')) t.is(stem(word), expected, word);
});
