import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {repairText} from './repair-text.ts';

testStage(test, 'repair-text', {
	stage: () => repairText(),
	rows: [
		{text: ''},
		{text: 'right'},
		{text: 'schÃ¶n &amp; gut'},
		{text: 'a\r\nb'},
		{text: 'Ã '.repeat(1000)},
	],
});

test('repairs the text and names what it did', async (t) => {
	const {rows} = await runStage(repairText({uncurlQuotes: false}), [
		{text: 'It’s all right.'},
		{text: 'Itâ€™s not.'},
	]);
	t.deepEqual(
		rows.map(({row}) => row),
		[
			{text: 'It’s all right.', repairs: []},
			{text: 'It’s not.', repairs: ['windows-1252 as utf-8']},
		],
	);
});
