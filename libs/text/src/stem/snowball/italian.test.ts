import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {italian} from './italian.ts';

test('stems words', (t) => {
	const cases = [
		['comune', 'comun'],
		['impegni', 'impegn'],
		['penale', 'penal'],
		['scelta', 'scelt'],
	] as const;
	for (const [word, stem] of cases) t.is(italian(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(italian);
	for (const [word, expected] of stemFixture('italian')) t.is(stem(word), expected, word);
});
