import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {german} from './german.ts';

test('stems words', (t) => {
	const cases = [
		['beseitigung', 'beseit'],
		['gemeinsames', 'gemeinsam'],
		['nachgewiesen', 'nachgewies'],
		['vern\u00fcnftige', 'vernunft'],
	] as const;
	for (const [word, stem] of cases) t.is(german(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(german);
	for (const [word, expected] of stemFixture('german')) t.is(stem(word), expected, word);
});
