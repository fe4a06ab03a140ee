import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {romanian} from './romanian.ts';

test('stems words', (t) => {
	const cases = [
		['bucur\u0103', 'bucur'],
		['favorizeze', 'favoriz'],
		['or\u00e2nduire', 'or\u00e2ndu'],
		['teritoriile', 'terit'],
	] as const;
	for (const [word, stem] of cases) t.is(romanian(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(romanian);
	for (const [word, expected] of stemFixture('romanian')) t.is(stem(word), expected, word);
});
