import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {cleanLines} from './clean-lines.ts';

const text = [
	'Home | About | Contact',
	'',
	'A first sentence of the page.',
	'Share this on Face',
	'',
	'',
	'A first sentence of the page.',
	'* * * * *',
	'Short',
	'  An indented sentence of the page.  ',
	'© 2026 Somebody. All rights reserved.',
	'',
].join('\n');

const options = {
	boilerplate: ['home | *', 'Share this on *', '©*all rights *.'],
	minWords: 2,
	minLetters: 0.5,
	minKeptChars: 0.3,
};

testStage(test, 'clean-lines', {
	stage: () => cleanLines(options),
	rows: [{text}, {text: ''}, {text: 'Home | \nx'}, {text: 'One sentence.\nOne sentence.'}],
});

test('takes out what the options name, and counts it', async (t) => {
	const {rows} = await runStage(cleanLines(options), [{text}]);
	t.like(rows[0]?.row, {
		text: 'A first sentence of the page.\n\n  An indented sentence of the page.  ',
		line_counts: {lines: 8, kept: 2, boilerplate: 3, repeated: 1, fewWords: 1, fewLetters: 1},
	});
});

test('drops a text of which little is left', async (t) => {
	const {drops} = await runStage(cleanLines(options), [{text: 'Home | a long line of links\nTwo words'}]);
	t.deepEqual(
		drops.map(({reason, score}) => [reason, score]),
		[['mostly-boilerplate', 9 / 36]],
	);
});

for (const [pattern, line, fits] of [
	['abc', 'ABC', true],
	['abc', 'abcd', false],
	['a*', 'a', true],
	['*', 'anything', true],
	['a*a', 'a', false],
	['a*b*c', 'a b b c', true],
	['a*b*c', 'a c b', false],
	['*b*', 'abc', true],
	['ab*bc', 'abc', false],
] as const)
	test(`the pattern ${pattern} ${fits ? 'fits' : 'does not fit'} ${line}`, async (t) => {
		const {rows} = await runStage(cleanLines({boilerplate: [pattern]}), [{text: line}]);
		t.is(rows[0]?.row['text'], fits ? '' : line);
	});

test('takes a million characters against a pattern of many stars', async (t) => {
	const {rows} = await runStage(cleanLines({boilerplate: [`${'a*'.repeat(50)}b`]}), [
		{text: 'a'.repeat(1_000_000)},
	]);
	t.is(rows.length, 1);
});
