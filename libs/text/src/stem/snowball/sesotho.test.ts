import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {sesotho} from './sesotho.ts';

test('stems words', (t) => {
	const cases = [
		['bokgoba', 'bokgob'],
		['itshireletsa', 'itshirelets'],
		['melemo', 'lemo'],
		['setumong', 'tum'],
	] as const;
	for (const [word, stem] of cases) t.is(sesotho(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(sesotho);
	for (const [word, expected] of stemFixture('sesotho')) t.is(stem(word), expected, word);
});
