import test from 'ava';
import {money} from './money.ts';

for (const [amount, text] of [
	[0, '0'],
	[0.01234, '0.012'],
	[0.5, '0.5'],
	[1, '1.00'],
	[1234.5, '1,234.50'],
	[9_876_543.214, '9,876,543.21'],
] as const)
	test(`${amount} is ${text}`, (t) => t.is(money(amount), text));
