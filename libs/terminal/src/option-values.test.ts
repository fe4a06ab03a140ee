import test from 'ava';
import {numbers, settings, shareOf, wholeNumber} from './option-values.ts';

test('reads whole numbers in their range, and nothing else', (t) => {
	const read = wholeNumber('--rows', 1, 100);
	t.deepEqual(['1', '007', '100'].map(read), [1, 7, 100]);
	for (const wrong of ['0', '101', '-1', '1.5', '1e2', '', ' 1', '0x10', 'ten'])
		t.throws(() => read(wrong), {message: /^--rows: expected a whole number from 1 to 100, found "/});
	t.throws(() => wholeNumber('--limit', 1)('0'), {
		message: '--limit: expected a whole number of at least 1, found "0".',
	});
});

test('settings add up in order; a value may hold anything, also nothing', (t) => {
	const all = ['a=1', 'b=x=y', 'c='].reduce<ReturnType<typeof settings>>(
		(before, text) => settings(text, before),
		[],
	);
	t.deepEqual(all, [
		{option: 'a', text: '1'},
		{option: 'b', text: 'x=y'},
		{option: 'c', text: ''},
	]);
	for (const wrong of ['a', '=1', ''])
		t.throws(() => settings(wrong), {message: /^--set: expected option=value, found/});
});

test('reads numbers with commas between them, and nothing else', (t) => {
	const read = numbers('--values');
	t.deepEqual(read('10'), [10]);
	t.deepEqual(read('-1,0.5, 1e3'), [-1, 0.5, 1000]);
	for (const wrong of ['', '1,', 'a', '1;2', 'Infinity'])
		t.throws(() => read(wrong), {message: /^--values: expected numbers with commas between them, such as/});
});

test('reads shares below 1, and nothing else', (t) => {
	const read = shareOf('--held-out');
	t.deepEqual(['0', '0.2', '.5'].map(read), [0, 0.2, 0.5]);
	for (const wrong of ['', '1', '-0.1', '20%'])
		t.throws(() => read(wrong), {message: /^--held-out: expected a share such as 0\.2, found "/});
});
