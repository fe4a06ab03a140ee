import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {esperanto} from './esperanto.ts';

test('stems words', (t) => {
	const cases = [
		['devigita', 'devigit'],
		['intervenoj', 'interven'],
		['necesajn', 'neces'],
		['ricevi', 'ricev'],
	] as const;
	for (const [word, stem] of cases) t.is(esperanto(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(esperanto);
	for (const [word, expected] of stemFixture('esperanto')) t.is(stem(word), expected, word);
});
