import test from 'ava';
import {extractionScore, meanScore} from './extraction-score.ts';

const cases = [
	{
		title: 'equal words in another form',
		text: '# One two, three\nFOUR five',
		marked: 'one two three four five',
		score: [1, 1, 1],
	},
	{title: 'half of the words', text: 'a b c d e', marked: 'a b c d e f g', score: [1, 0.5, 2 / 3]},
	{
		title: 'words too many, counted as often as they occur',
		text: 'a b c d a b c d',
		marked: 'a b c d',
		score: [0.2, 1, 1 / 3],
	},
	{title: 'nothing', text: '', marked: 'a b c d', score: [0, 0, 0]},
	{
		title: 'characters where words have no spaces',
		text: '\u6c34\u306e\u91cf\u306f',
		marked: '\u6c34\u306e\u91cf\u306f',
		score: [1, 1, 1],
	},
];

for (const {title, text, marked, score} of cases) {
	test(`scores ${title}`, (t) => {
		const {precision, recall, f1} = extractionScore(text, marked);
		t.deepEqual(
			[precision, recall, f1].map((one) => one.toFixed(6)),
			score.map((one) => one.toFixed(6)),
		);
	});
}

test('the mean is that of pages', (t) => {
	t.deepEqual(
		meanScore([
			{precision: 1, recall: 0, f1: 0.5},
			{precision: 0, recall: 0, f1: 0},
		]),
		{precision: 0.5, recall: 0, f1: 0.25},
	);
});
