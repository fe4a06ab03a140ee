import test from 'ava';
import {checkRange, missing, nothingToShow, notShown, tooShort} from './object-fault.ts';

test('a range is whole numbers with 0 <= start <= end', (t) => {
	for (const [start, end] of [
		[0, 0],
		[3, 7],
	] as const)
		t.notThrows(() => {
			checkRange('a', {start, end});
		});
	for (const [start, end] of [
		[-1, 1],
		[2, 1],
		[0.5, 1],
		[0, NaN],
		[0, Infinity],
	] as const)
		t.throws(
			() => {
				checkRange('store a', {start, end});
			},
			{code: 'usage', message: /store a: expected a range with 0 <= start <= end, found .* to .*; correct/},
		);
});

test('each fault says where, what was found and what to do', (t) => {
	t.like(missing('a'), {
		code: 'missing',
		message: 'a: expected an object, found none; make it first, or correct the name.',
	});
	t.like(tooShort('a', 9, 5), {code: 'corrupt'});
	t.regex(tooShort('a', 9, 5).message, /at least 9 bytes, found 5/);
	t.like(nothingToShow('a', ['x', 'y']), {code: 'missing'});
	t.regex(nothingToShow('a', ['x', 'y']).message, /none named x, y/);
	t.like(notShown('a', '/out'), {code: 'usage'});
	t.regex(notShown('a', '/out').message, /found \/out with other contents; move it away/);
});
