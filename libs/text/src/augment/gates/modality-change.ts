import {baseLanguage, countPhrases, phraseTable, type Phrases} from './word-lists.ts';

/**
 * How many kinds of modality (ability, obligation, advice, possibility, wish) a text has and its variant has not, or the
 * other way round; null where the language is not en, es or de.
 */
export function modalityChange(source: string, variant: string, language: string): number | null {
	const table = TABLES.get(baseLanguage(language));
	if (!table) return null;
	const [before, after] = [countPhrases(source, table), countPhrases(variant, table)];
	let changes = 0;
	for (const name of table.names) if ((before.get(name) ?? 0) > 0 !== (after.get(name) ?? 0) > 0) changes++;
	return changes;
}

const LISTS: Readonly<Record<string, Phrases>> = {
	en: {
		ability: ['can', "can't", 'cannot', 'could', "couldn't", 'able to', 'unable to', 'capable of'],
		obligation: [
			'must',
			"mustn't",
			'have to',
			'has to',
			'had to',
			'need to',
			'needs to',
			'needed to',
			'required to',
			'got to',
			'obliged to',
		],
		advice: ['should', "shouldn't", 'ought to', 'had better', 'recommended'],
		possibility: ['may', 'might', 'maybe', 'perhaps', 'possibly', 'possible', 'probably', 'likely'],
		wish: ['want', 'wants', 'wanted', 'would like', "'d like", 'wish', 'wishes', 'hope'],
	},
	es: {
		ability: [
			'puedo',
			'puede',
			'puedes',
			'pueden',
			'podemos',
			'podría',
			'podrías',
			'podrían',
			'pude',
			'pudo',
			'podía',
			'poder',
			'capaz de',
		],
		obligation: [
			'debo',
			'debe',
			'debes',
			'deben',
			'debemos',
			'tengo que',
			'tiene que',
			'tienes que',
			'tienen que',
			'tenemos que',
			'hay que',
			'necesito',
			'necesita',
			'obligado a',
		],
		advice: ['debería', 'deberías', 'deberían', 'deberíamos', 'conviene', 'recomendable'],
		possibility: [
			'quizá',
			'quizás',
			'tal vez',
			'posiblemente',
			'posible',
			'probablemente',
			'probable',
			'a lo mejor',
		],
		wish: [
			'quiero',
			'quiere',
			'quieres',
			'quieren',
			'queremos',
			'quisiera',
			'querría',
			'me gustaría',
			'deseo',
			'desea',
			'ojalá',
			'espero',
		],
	},
	de: {
		ability: [
			'kann',
			'kannst',
			'können',
			'könnt',
			'konnte',
			'konnten',
			'könnte',
			'könnten',
			'imstande',
			'in der Lage',
		],
		obligation: [
			'muss',
			'musst',
			'müssen',
			'müsst',
			'musste',
			'mussten',
			'benötige',
			'brauche',
			'verpflichtet',
		],
		advice: ['soll', 'sollst', 'sollen', 'sollte', 'sollten', 'empfohlen'],
		possibility: ['vielleicht', 'möglicherweise', 'möglich', 'wahrscheinlich', 'eventuell', 'womöglich'],
		wish: ['will', 'willst', 'wollen', 'wollt', 'wollte', 'wollten', 'möchte', 'möchten', 'wünsche', 'hoffe'],
	},
};

const TABLES = new Map(Object.entries(LISTS).map(([language, phrases]) => [language, phraseTable(phrases)]));
