import test from 'ava';
import {isMojibake} from './is-mojibake.ts';

for (const text of [
	'sÃ³',
	'âœ” No problems',
	'ã\x83\x84',
	'вЂњ',
	'β€™',
	'Ã la mode',
	'‚Äôs',
	'ā€“',
	'a\x85',
]) {
	test(`suspects ${JSON.stringify(text)}`, (t) => {
		t.true(isMojibake(text));
	});
}

for (const text of [
	'',
	'plain',
	'Å is a word',
	'¯\\_(ツ)_/¯',
	'“quotes”, 20 °C, 5 €',
	'Ω mega',
	'ÀÉÎÕÜ',
	'œuvre',
]) {
	test(`believes ${JSON.stringify(text)}`, (t) => {
		t.false(isMojibake(text));
	});
}
