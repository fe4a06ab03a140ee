/**
 * Names, told by capital letters within a sentence: `Mary Ann Smith`, `ACME`, `Bank of Spain`. The first word of a sentence is
 * taken only where a capitalised word follows it and it is no common word. Finds none in a language that capitalises
 * nouns, nor in a line of which most words are capitalised, as in headings.
 */
export function nameSpans(text: string, language: string): {start: number; end: number}[] {
	if (NOUNS_CAPITALISED.has(language.split('-')[0] ?? language)) return [];
	const spans: {start: number; end: number}[] = [];
	for (const {0: line, index} of text.matchAll(/[^\n]+/g)) {
		if (isHeading(line)) continue;
		for (const {0: match, index: at} of line.matchAll(NAME)) {
			const skip = startsSentence(line, at) ? firstWordLength(match) : articleLength(match);
			const name = match.slice(skip);
			if (name !== '' && !ALONE.has(name))
				spans.push({start: index + at + skip, end: index + at + match.length});
		}
	}
	return spans;
}

const NOUNS_CAPITALISED = new Set(['de', 'lb', 'nds']);
/** Begins with a capital letter and is not the pronoun `I`. */
const PART =
	"(?!I(?:['\u2019]|(?![\\p{L}\\p{M}.])))\\p{Lu}[\\p{L}\\p{M}'\u2019.]{0,40}(?<![.'\u2019]|['\u2019]s)(?:-\\p{Lu}[\\p{L}\\p{M}]{0,40}){0,3}";
const LINK = '(?: (?:of|de|del|van|von|der|di|da|la|y)){0,2}';
const NAME = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_'\u2019-])${PART}(?:${LINK} ${PART}){0,6}`, 'gu');
/** Capitalised within a sentence without being a name. */
const ALONE = new Set([
	'I',
	"I'm",
	'I\u2019m',
	"I'd",
	'I\u2019d',
	"I'll",
	'I\u2019ll',
	"I've",
	'I\u2019ve',
	'A',
	'O',
	'OK',
]);
const COMMON = new Set(
	(
		'a an the this that these those my your his her its our their i you he she it we they who what which when where why how is are was were am be been do does did has have had can could will would shall should may might must not no yes if and or but so as at by for from in into of on to with after before since while there here please thanks thank hello hi hey dear all any some every each both more most many much other another such only just also then than because although though until unless let use see make get go ' +
		'el la los las un una unos unas y o pero si no mi tu su es son con por para de del en que como cuando donde'
	).split(' '),
);
/** Common at the start of a sentence, and parts of names elsewhere. */
const OPENING = new Set(
	'yesterday today tomorrow tonight now later soon again still yet maybe perhaps however therefore meanwhile finally recently currently usually sometimes never always sorry welcome regards sincerely ask tell call contact send give pay open close click press check try add set run read write visit email mail meet said help put take bring buy sell find keep stop start wait remember know think want need'.split(
		' ',
	),
);

function isHeading(line: string): boolean {
	const words = line.match(/\p{L}[\p{L}\p{M}'\u2019-]*/gu) ?? [];
	// Acronyms do not make a heading, but a line of capitals is one.
	const cased = words.filter((word) => /\p{Ll}/u.test(word));
	if (words.length < 3) return false;
	const capitals = cased.filter((word) => /^\p{Lu}/u.test(word)).length;
	return capitals * 10 > cased.length * 7 || cased.length === 0;
}

/** Whether nothing but marks stands between the place and the start of the line or the end of a sentence. */
function startsSentence(line: string, at: number): boolean {
	const before = line.slice(Math.max(0, at - 12), at);
	return at - before.length === 0 && /^[^\p{L}\p{N}]*$/u.test(before)
		? true
		: /[.!?:;\u2026]["'\u2019\u201d)\]*_]{0,4}\s{1,4}["'\u2018\u201c([*_\u00bf\u00a1-]{0,4}$/u.test(before);
}

/** How much of a name at the start of a sentence may be an ordinary word. */
function firstWordLength(match: string): number {
	const [first = ''] = match.split(' ');
	const rest = match.slice(first.length);
	if (rest === '') return match.length;
	if (!isCommon(first) && !OPENING.has(first.toLowerCase())) return 0;
	const next = rest.search(/\p{Lu}/u);
	return next < 0 ? match.length : first.length + next;
}

function articleLength(match: string): number {
	const [first = ''] = match.split(' ');
	return isCommon(first) && match.length > first.length
		? first.length + match.slice(first.length).search(/\p{Lu}/u)
		: 0;
}

const isCommon = (word: string): boolean => COMMON.has(word.replace(/['\u2019].*$/u, '').toLowerCase());
