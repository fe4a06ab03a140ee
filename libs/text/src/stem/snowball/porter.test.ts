import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {porter} from './porter.ts';

test('stems words', (t) => {
	const cases = [
		['charge', 'charg'],
		['furthermore', 'furthermor'],
		['organization', 'organ'],
		['solely', 'sole'],
	] as const;
	for (const [word, stem] of cases) t.is(porter(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(porter);
	for (const [word, expected] of stemFixture('porter')) t.is(stem(word), expected, word);
});
