import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {estonian} from './estonian.ts';

test('stems words', (t) => {
	const cases = [
		['esitatud', 'esita'],
		['midagi', 'mida'],
		['selleks', 'selle'],
		['vahetult', 'vahe'],
	] as const;
	for (const [word, stem] of cases) t.is(estonian(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(estonian);
	for (const [word, expected] of stemFixture('estonian')) t.is(stem(word), expected, word);
});
