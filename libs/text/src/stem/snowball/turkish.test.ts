import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {turkish} from './turkish.ts';

test('stems words', (t) => {
	const cases = [
		['cemiyette', 'cemiyet'],
		['hallerde', 'haller'],
		['milletlerin', 'millet'],
		['verdiklerini', 'verdik'],
	] as const;
	for (const [word, stem] of cases) t.is(turkish(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(turkish);
	for (const [word, expected] of stemFixture('turkish')) t.is(stem(word), expected, word);
});
