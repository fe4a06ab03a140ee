import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {normalizeText} from './normalize-text.ts';

testStage(test, 'normalize-text', {
	stage: () => normalizeText({quotes: 'straight'}),
	rows: [
		{text: 'a  b\r\n'},
		{text: ''},
		{text: 'caf\u0065\u0301 \u201cx\u201d'},
		{text: '```\na  b\n```'},
		{text: 'clean'},
		{text: '\u0000'},
	],
});

const cases = [
	{
		title: 'normalizes text in place of itself',
		options: {},
		text: 'e\u0301  \u201cb\u201d\r\n',
		after: '\u00e9 \u201cb\u201d\n',
	},
	{
		title: 'normalizes punctuation where asked',
		options: {quotes: 'straight', dashes: 'ascii', ellipsis: 'dots'},
		text: '\u201ca\u201d \u2013 \u2026',
		after: '"a" - ...',
	},
	{title: 'leaves code alone', options: {}, text: '    x  = 1', after: '    x  = 1'},
	{title: 'normalizes code where asked', options: {code: 'normalize'}, text: 'x `a  b`', after: 'x `a b`'},
] as const;

for (const {title, options, text, after} of cases) {
	test(title, async (t) => {
		const {rows} = await runStage(normalizeText(options), [{text, id: 7}]);
		t.deepEqual(rows, [{row: {text: after, id: 7}, source: 0, child: -1}]);
	});
}

test('goes by the language of the row where asked', async (t) => {
	const {rows} = await runStage(
		normalizeText({
			language: 'column',
			diacritics: 'strip',
			contractions: 'expand',
			case: 'lower',
			digits: 'ascii',
		}),
		[
			{text: "Caf\u00e9 DON'T \u0661", language: 'en'},
			{text: '\u00c4\u00e9', language: 'de'},
			{text: 'I', language: 'tr'},
			{text: '\u00e9', language: 'und'},
		],
	);
	t.deepEqual(
		rows.map(({row}) => row['text']),
		['cafe do not 1', '\u00e4e', '\u0131', '\u00e9'],
	);
});
