import {baseLanguage, countPhrases, phraseTable, type Phrases, type PhraseTable} from './word-lists.ts';

/**
 * How many persons (I, you, he, she, it, we, they, with their objects and possessives) a text speaks of by a pronoun and
 * its variant does not, or the other way round; null where the language is not en, es or de. Persons count, not words:
 * `I lost my card` and `my card was lost` speak of one. Spanish leaves subjects out, so there only objects and
 * possessives count, and its third person is one, since `su` is his, her, its and their; in German `sie` and `ihr` are one.
 */
export function pronounChange(source: string, variant: string, language: string): number | null {
	const table = TABLES.get(baseLanguage(language));
	if (!table) return null;
	const count = (text: string) => countPhrases(text.replace(THANKS, ' '), table);
	const [before, after] = [count(source), count(variant)];
	let changes = 0;
	for (const name of table.names) if ((before.get(name) ?? 0) > 0 !== (after.get(name) ?? 0) > 0) changes++;
	return changes;
}

const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	en: {
		i: 'i me my mine myself',
		you: 'you your yours yourself yourselves',
		he: 'he him his himself',
		she: 'she her hers herself',
		it: 'it its itself',
		we: 'we us our ours ourselves',
		they: 'they them their theirs themselves themself',
	},
	es: {
		i: 'me mí mi mis mío mía míos mías conmigo',
		you: 'te ti tu tus tuyo tuya tuyos tuyas contigo os vuestro vuestra vuestros vuestras',
		we: 'nos nuestro nuestra nuestros nuestras',
		third: 'su sus suyo suya suyos suyas le les consigo',
	},
	de: {
		i: 'ich mich mir mein meine meinen meinem meiner meines',
		you: 'du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer eures',
		he: 'er ihn ihm sein seine seinen seinem seiner seines',
		they: 'sie ihr ihre ihren ihrem ihrer ihres ihnen',
		it: 'es',
		we: 'wir uns unser unsere unseren unserem unserer unseres unsre unsren unsrem',
	},
};

/** Speaks of nobody; `thanks` is as good. */
const THANKS = /(?<!\p{L})thank\s{1,4}you(?!\p{L})/giu;

const TABLES = new Map(
	Object.entries(LISTS).map(([language, persons]): [string, PhraseTable] => [
		language,
		phraseTable(
			Object.fromEntries(
				Object.entries(persons).map(([person, words]) => [person, words.split(' ')]),
			) satisfies Phrases,
		),
	]),
);
