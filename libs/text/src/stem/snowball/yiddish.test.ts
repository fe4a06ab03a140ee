import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {yiddish} from './yiddish.ts';

test('stems words', (t) => {
	const cases = [
		['\u05d1\u05d9\u05dc\u05d3\u05d5\u05e0\u05d2', '\u05d1\u05d9\u05dc\u05d3'],
		['\u05d2\u05e8\u05e2\u05e1\u05e2\u05e8\u05e2', '\u05d2\u05e8\u05e2\u05e1\u05e2\u05e8'],
		['\u05de\u05e2\u05d3\u05d9\u05d5\u05dd', '\u05de\u05e2\u05d3\u05d9\u05d5\u05de'],
		['\u05e6\u05e2\u05e9\u05f2\u05d3\u05df', '\u05e6\u05e2\u05e9\u05f2\u05d3'],
	] as const;
	for (const [word, stem] of cases) t.is(yiddish(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(yiddish);
	for (const [word, expected] of stemFixture('yiddish')) t.is(stem(word), expected, word);
});
