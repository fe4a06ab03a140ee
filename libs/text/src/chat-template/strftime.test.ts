import test from 'ava';
import {strftime} from './strftime.ts';

test('writes a date as Python does in the C locale', (t) => {
	const date = new Date('2026-02-03T14:05:06Z');
	t.is(strftime(date, '%d %b %Y, %A %-d %B %y'), '03 Feb 2026, Tuesday 3 February 26');
	t.is(strftime(date, '%H:%M:%S %I %p %a %m %j %%'), '14:05:06 02 PM Tue 02 034 %');
	t.is(strftime(new Date('2024-12-31T00:00:00Z'), '%j %-m %I%p'), '366 12 12AM');
});

test('refuses what it does not know', (t) => {
	t.throws(() => strftime(new Date(0), '%Q'), {message: /found %Q/});
});
