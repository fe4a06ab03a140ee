import test from 'ava';
import fc from 'fast-check';
import {loadLanguageIdentifier} from './identify-language.ts';
import {languageShares, paragraphLanguages} from './paragraph-languages.ts';

const english = 'The shop is closed on Sundays, and we will answer your letter on Monday morning.';
const german =
	'Der Laden ist am Sonntag geschlossen, wir antworten am Montag auf Ihren Brief.\nBitte haben Sie Geduld.';
const japanese = 'お店は日曜日に休みです。月曜日にお返事いたします。';

test('names the language of each paragraph, and how much of the text is in each', async (t) => {
	const identify = await loadLanguageIdentifier();
	const text = `${english}\n\n${german}\n \n${japanese}\n`;
	const found = paragraphLanguages(text, identify, 0.6);
	t.deepEqual(
		found.map(({start, end, language}) => [text.slice(start, end), language]),
		[
			[english, 'en'],
			[german, 'de'],
			[japanese, 'ja'],
		],
	);
	const shares = languageShares(found);
	t.deepEqual(
		shares.map(({language}) => language),
		['de', 'en', 'ja'],
	);
	t.true(Math.abs(shares.reduce((sum, {share}) => sum + share, 0) - 1) < 1e-9);
});

test('does not name the language of a paragraph that is too short to tell', async (t) => {
	const identify = await loadLanguageIdentifier();
	const languages = paragraphLanguages(`OK\n\n${english}\n\n3.5 + 4`, identify, 0.6).map(
		({language}) => language,
	);
	t.deepEqual(languages, ['und', 'en', 'und']);
});

test('paragraphs hold all that is not white space, for any text, and take linear time', (t) => {
	const none = () => ({language: 'und', score: 0});
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom('a', ' ', '\n', '\t', '\r', 'é', '\u3000')}), (text) => {
			const found = paragraphLanguages(text, none, 0);
			const rest = found.reduce(
				(left, {start, end}) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
				text,
			);
			t.regex(rest, /^\s*$/);
			t.true(found.every(({start, end}, at) => start < end && start >= (found[at - 1]?.end ?? 0)));
		}),
	);
	t.is(paragraphLanguages(' '.repeat(1e6), none, 0).length, 0);
	t.is(paragraphLanguages('\n'.repeat(1e6), none, 0).length, 0);
	t.is(paragraphLanguages('a\n'.repeat(5e5), none, 0).length, 1);
});
