import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {catalan} from './catalan.ts';

test('stems words', (t) => {
	const cases = [
		['completada', 'complet'],
		['finalitat', 'final'],
		['molestat', 'molest'],
		['pr\u00e0ctica', 'practic'],
	] as const;
	for (const [word, stem] of cases) t.is(catalan(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(catalan);
	for (const [word, expected] of stemFixture('catalan')) t.is(stem(word), expected, word);
});
