import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {french} from './french.ts';

test('stems words', (t) => {
	const cases = [
		['commis', 'comm'],
		['fraternit\u00e9', 'fratern'],
		['parents', 'parent'],
		['soci\u00e9t\u00e9', 'societ'],
	] as const;
	for (const [word, stem] of cases) t.is(french(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(french);
	for (const [word, expected] of stemFixture('french')) t.is(stem(word), expected, word);
});
