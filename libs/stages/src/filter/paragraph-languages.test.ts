import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {paragraphLanguages} from './paragraph-languages.ts';

const english = 'The shop is closed on Sundays, and we will answer your letter on Monday morning.';
const german = 'Der Laden ist am Sonntag geschlossen, wir antworten am Montag auf Ihren Brief.';

testStage(test, 'paragraph-languages', {
	stage: () => paragraphLanguages({keep: ['en']}),
	rows: [{text: ''}, {text: english}, {text: `${english}\n\n${german}`}, {text: german}, {text: 'ok'}],
});

test('adds the language of each paragraph and the shares, and leaves the text alone', async (t) => {
	const text = `${english}\n\n${german}\n\n`;
	const {rows} = await runStage(paragraphLanguages(), [{text}]);
	t.like(rows[0]?.row, {
		text,
		paragraph_languages: [
			{start: 0, end: english.length, language: 'en'},
			{start: english.length + 2, language: 'de'},
		],
		language_shares: [{language: 'de'}, {language: 'en'}],
	});
});

test('takes paragraphs in other languages out, keeps those that it cannot tell, and drops what is empty then', async (t) => {
	const {rows, drops} = await runStage(paragraphLanguages({keep: ['en']}), [
		{text: `7\n\n${german}\n\n${english}`},
		{text: german},
		{text: ''},
	]);
	t.deepEqual(
		rows.map(({row}) => row['text']),
		[`7\n\n${english}`, ''],
	);
	t.like(drops, [{row: 1, reason: 'other-language'}]);
});
