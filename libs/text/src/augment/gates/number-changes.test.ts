import test from 'ava';
import {numberChanges} from './number-changes.ts';

const cases: readonly (readonly [string, string, number])[] = [
	['I paid 20 on day 3', 'On day 3 I paid 20', 0],
	['I paid 1,000', 'I paid 1 000', 0],
	['I paid 20', 'I paid 30', 1],
	['I paid 20 twice', 'I paid 20 and 20', 1],
	['5 and 6', 'nothing', 2],
	['\u0665', '5', 0],
	['I paid $1,200.50 on 3 May.', 'On 3 May I paid 1200.50 dollars.', 0],
	['3 of 4', '4 of 3', 0],
	['none', '7 8', 2],
];

for (const [source, variant, changes] of cases)
	test(`from '${source}' to '${variant}' ${changes} numbers change`, (t) =>
		t.is(numberChanges(source, variant), changes));

for (const part of ['1', '1,', 'a', "'"]) {
	test(`judges a megabyte of ${JSON.stringify(part)} in one pass`, (t) => {
		const text = part.repeat(1_000_000 / part.length);
		t.is(numberChanges(text, text), 0);
	});
}
