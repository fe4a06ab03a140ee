import type {Recogniser} from './recogniser.ts';

/** Names of persons by a title, or by a gazetteer. */
export const name: Recogniser = {
	name: 'name',
	type: 'name',
	finds:
		'names of persons after a title (Mr, Frau, Mme, Sra., dott.), and a known given name before a known family name',
	checks:
		'capitals, and the gazetteer: some 300 given and 200 family names here, and those of the options `givenNames` and `familyNames`',
	needs: 'capitals',
	*find({text, options: {givenNames, familyNames}}) {
		for (const {0: run, index} of text.matchAll(RUNS)) {
			const words = run.split(' ');
			let at = 0;
			let titled = TITLE_BEFORE.test(text.slice(Math.max(0, index - LONGEST_TITLE), index));
			for (let place = 0; place < words.length;) {
				const rest = words.slice(place);
				const count = titled ? Math.min(rest.length, MOST_WORDS) : known(rest, givenNames, familyNames);
				const taken = rest.slice(0, Math.max(1, count)).join(' ').length;
				if (count > 0) yield {start: index + at, end: index + at + taken};
				titled = count === 0 && TITLE.test(rest[0] ?? '');
				at += taken + 1;
				place += Math.max(1, count);
			}
		}
	},
};

/** How many words from the first on are a name: given names or initials, then a family name. */
function known(words: readonly string[], given: ReadonlySet<string>, family: ReadonlySet<string>): number {
	if (!isIn(given, words[0])) return 0;
	let at = 1;
	while (
		at < words.length &&
		(isIn(given, words[at]) || /^\p{Lu}\.$/u.test(words[at] ?? '')) &&
		!isLast(words, at, family)
	)
		at++;
	return isIn(family, words[at]) ? at + 1 : 0;
}

const isLast = (words: readonly string[], at: number, family: ReadonlySet<string>): boolean =>
	isIn(family, words[at]) && !isIn(family, words[at + 1]);

/** A double name counts by its parts. */
const isIn = (names: ReadonlySet<string>, word = ''): boolean =>
	names.has(word) || (word.includes('-') && word.split('-').every((part) => names.has(part)));

const WORD = "\\p{Lu}(?:\\.|[\\p{L}\\p{M}'\u2019-]{1,30})";
const RUNS = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_@./])${WORD}(?: ${WORD}){0,4}`, 'gu');
const LONGEST_TITLE = 16;
const MOST_WORDS = 3;
const TITLES =
	'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Herrn?|Frau|Fr\u00e4ulein|Mme|Mlle|Monsieur|Madame|Sr|Sra|Srta|Se\u00f1ora?|Don|Do\u00f1a|Sig|Signora?|Dott|Dhr|Mevr|Pan|Pani';
const TITLE = new RegExp(`^(?:${TITLES})$`, 'u');
const TITLE_BEFORE = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${TITLES}|M|Sig\\.ra|Dott\\.ssa)\\. $`, 'u');
