import test from 'ava';
import {classWith, flagsOf, wordClasses, wordFlag} from './word-classes.ts';

for (const [char, names] of [
	['a', ['alpha', 'lower', 'beforeDot', 'wordChar', 'letter']],
	['A', ['alpha', 'upper', 'wordChar', 'letter']],
	[' ', ['space']],
	['.', ['punctuation', 'terminal', 'sentenceEnd']],
	['\u0663', ['wordChar', 'digit']],
	['\u{1f600}', ['prefix', 'suffix', 'infix']],
	['\u{10ffff}', []],
] as const)
	test(`knows what ${JSON.stringify(char)} is`, (t) => {
		const flags = flagsOf(char.codePointAt(0) ?? 0);
		const found = Object.entries(wordFlag).flatMap(([name, flag]) => (flags & flag ? [name] : []));
		t.deepEqual(found.toSorted(), [...names].toSorted());
	});

test('gives a class of a regular expression that agrees with the flags', (t) => {
	const digit = new RegExp(`^[${classWith(wordFlag.digit)}]$`, 'u');
	for (let point = 0; point < 0x3000; point++)
		t.is(digit.test(String.fromCodePoint(point)), (flagsOf(point) & wordFlag.digit) !== 0);
});

test('shares pages of equal flags', (t) => {
	t.true(wordClasses().pages.length / 128 <= 256);
});
