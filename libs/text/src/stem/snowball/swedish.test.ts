import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {swedish} from './swedish.ts';

test('stems words', (t) => {
	const cases = [
		['ekonomiska', 'ekonomisk'],
		['innefattande', 'innefat'],
		['r\u00f6str\u00e4tt', 'r\u00f6str\u00e4t'],
		['uttalas', 'uttal'],
	] as const;
	for (const [word, stem] of cases) t.is(swedish(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(swedish);
	for (const [word, expected] of stemFixture('swedish')) t.is(stem(word), expected, word);
});
