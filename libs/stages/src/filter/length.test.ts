import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {length} from './length.ts';

testStage(test, 'length', {
	stage: () => length({min: 2, max: 5}),
	rows: [
		{text: ''},
		{text: 'ab'},
		{text: 'a\u{1f600}'},
		{text: 'abcdef'},
		{text: '\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}'},
	],
});

const cases = [
	{title: 'counts code points', options: {}, text: 'a\u{1f600}\u00e9', length: 3},
	{title: 'counts words', options: {unit: 'words'}, text: 'Don\u2019t count: v1.2!', length: 3},
	{title: 'keeps a text as long as the bounds', options: {min: 2, max: 2}, text: 'ab', length: 2},
] as const;

for (const {title, options, text, length: expected} of cases) {
	test(title, async (t) => {
		const {rows} = await runStage(length(options), [{text}]);
		t.deepEqual(
			rows.map(({row}) => row),
			[{text, length: expected}],
		);
	});
}

test('drops what is too short or too long, with its length', async (t) => {
	const {rows, drops} = await runStage(length({min: 2, max: 4}), [
		{text: 'a'},
		{text: 'abcde'},
		{text: 'abc'},
	]);
	t.deepEqual(
		drops.map(({row, reason, score}) => [row, reason, score]),
		[
			[0, 'too-short', 1],
			[1, 'too-long', 5],
		],
	);
	t.is(rows.length, 1);
});
