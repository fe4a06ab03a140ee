import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {lithuanian} from './lithuanian.ts';

test('stems words', (t) => {
	const cases = [
		['deram\u0105', 'der'],
		['lavinimas', 'lavinim'],
		['pa\u017eeistos', 'pa\u017eeist'],
		['teismas', 'teism'],
	] as const;
	for (const [word, stem] of cases) t.is(lithuanian(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(lithuanian);
	for (const [word, expected] of stemFixture('lithuanian')) t.is(stem(word), expected, word);
});
