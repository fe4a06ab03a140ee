import {specialCuts, specialFinds, unitSuffixes} from './word-tables.generated.ts';

/** A text that the segmentation knows. */
export interface WordSpecial {
	readonly text: string;
	/** Its parts where it is cut in a way of its own. */
	readonly cut?: readonly string[];
	/** The tokens as which affixes leave it where it is looked for among them. */
	readonly find?: readonly string[];
	/** Whether it is a unit or a currency, which is cut off behind a digit. */
	readonly unit?: boolean;
}

let read: ReadonlyMap<string, WordSpecial> | undefined;

/** Returns the texts with a rule of their own, contractions, abbreviations, emoticons and units, by text. */
export const wordSpecials = (): ReadonlyMap<string, WordSpecial> => (read ??= collect());

function collect(): ReadonlyMap<string, WordSpecial> {
	const specials = new Map<string, WordSpecial>();
	const add = (text: string, more: Partial<WordSpecial>) =>
		specials.set(text, {...specials.get(text), text, ...more});
	for (const line of specialCuts) add(line.replaceAll('\t', ''), {cut: line.split('\t')});
	for (const line of specialFinds) {
		// A token that stays one is no find.
		if (line.includes('\t')) add(line.replaceAll('\t', ''), {find: line.split('\t')});
	}
	for (const text of unitSuffixes) add(text, {unit: true});
	return specials;
}

let longest = 0;

/** The most tokens that a special text is found as. */
export const longestFind = (): number =>
	(longest ||= Math.max(...[...wordSpecials().values()].map(({find}) => find?.length ?? 0)));
