import test from 'ava';
import {overBasicPlane} from '../basic-plane.ts';
import {stemFixture} from '../stem-fixture.ts';
import {persian} from './persian.ts';

test('stems words', (t) => {
	const cases = [
		['\u0627\u0637\u0644\u0627\u0639\u0627\u062a', '\u0627\u0637\u0644\u0627\u0639'],
		['\u062a\u0639\u0644\u06cc\u0645\u0627\u062a', '\u062a\u0639\u0644'],
		['\u0634\u0645\u0631\u062f\u0647', '\u0634\u0645\u0631\u062f'],
		['\u0646\u062f\u0627\u0634\u062a\u0647', '\u0646\u062f\u0627\u0634\u062a'],
	] as const;
	for (const [word, stem] of cases) t.is(persian(word), stem);
});

test('equals the reference, also on what is no word', (t) => {
	const stem = overBasicPlane(persian);
	for (const [word, expected] of stemFixture('persian')) t.is(stem(word), expected, word);
});
