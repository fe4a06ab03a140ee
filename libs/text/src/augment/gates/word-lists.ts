/** Words and phrases of one language that a gate looks for, by class. */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** Phrases by their first token. */
export interface PhraseTable {
	/** The classes, in their order. */
	readonly names: readonly string[];
	/** The longest phrase first, since the first that fits is taken. */
	readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
}

interface Phrase {
	/** Place of its class among the names. */
	readonly name: number;
	readonly tokens: readonly string[];
}

/** Makes the table of phrases. */
export function phraseTable(phrases: Phrases): PhraseTable {
	const all = Object.values(phrases).flatMap((list, name) =>
		list.map((phrase): Phrase => ({name, tokens: tokensOf(phrase)})),
	);
	const byFirst = Map.groupBy(
		all.toSorted((a, b) => b.tokens.length - a.tokens.length),
		({tokens: [first = '']}) => first,
	);
	return {names: Object.keys(phrases), byFirst};
}

/**
 * How often each class stands in a text, as whole words without case and without overlap within a class; curly apostrophes
 * count as straight ones, and what is contracted hangs on a word: `I'd like` holds `'d like`.
 */
export function countPhrases(text: string, {names, byFirst}: PhraseTable): ReadonlyMap<string, number> {
	const tokens = recentTokens(text);
	const counts = new Array<number>(names.length).fill(0);
	const free = new Array<number>(names.length).fill(0);
	for (let at = 0; at < tokens.length; at++) {
		const found = byFirst.get(tokens[at] ?? '');
		if (found === undefined) continue;
		for (const {name, tokens: wanted} of found) {
			if (at < (free[name] ?? 0) || !stands(wanted, tokens, at)) continue;
			counts[name] = (counts[name] ?? 0) + 1;
			free[name] = at + wanted.length;
		}
	}
	return new Map(names.map((name, index) => [name, counts[index] ?? 0]));
}

export const baseLanguage = (language: string): string => language.split('-')[0] ?? language;

function stands(wanted: readonly string[], tokens: readonly string[], at: number): boolean {
	for (let index = 1; index < wanted.length; index++) if (tokens[at + index] !== wanted[index]) return false;
	return true;
}

/** Words, and every mark by itself. */
const tokensOf = (text: string): readonly string[] =>
	text
		.toLowerCase()
		.replaceAll('\u2019', "'")
		.match(NOT_ASCII.test(text) ? TOKEN : ASCII_TOKEN) ?? [];

const NOT_ASCII = /[^\0-\x7f]/;
const ASCII_TOKEN = /[a-z0-9]{1,100000}|[^\sa-z0-9]/g;
const TOKEN = /[\p{L}\p{M}\p{N}]{1,100000}|[^\s\p{L}\p{M}\p{N}]/gu;

/** The gates ask about one text after another in turn, each of them about the original and a variant. */
function recentTokens(text: string): readonly string[] {
	const known = recent.get(text);
	if (known) return known;
	const tokens = tokensOf(text);
	if (recent.size >= MOST_RECENT) recent.clear();
	recent.set(text, tokens);
	return tokens;
}

const recent = new Map<string, readonly string[]>();
const MOST_RECENT = 8;
