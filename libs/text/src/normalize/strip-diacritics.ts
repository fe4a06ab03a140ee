import {alphabets} from '../language/alphabets.ts';

/**
 * Removes accents and vowel points where they make no letter of their own: `é` is `e` in English, French and Italian, `ñ`
 * stays in Spanish, `ä` in German and Finnish. Where the alphabet of the language is not known nothing is removed.
 * `all` removes them everywhere, and writes `ø` as `o`, `ß` as `ss`. Marks that are vowels (Indic, Thai) or voice kana
 * stay in any case. Idempotent; gives text in NFC where it changes any.
 */
export function stripDiacritics(text: string, language: string, all = false): string {
	if (!NOT_ASCII.test(text)) return text;
	const kept = all ? new Set<string>() : distinctLetters(language);
	if (!kept) return text;
	return text.replace(MARKED, (cluster) => {
		const bare = withoutMarks(cluster, kept);
		return all ? bare.replace(STROKED, (letter) => strokes.get(letter) ?? letter) : bare;
	});
}

const NOT_ASCII = /[^\0-\x7f]/;
const MARKED =
	/(?![a-zA-Z](?!\p{M}))[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*/gu;
const REMOVABLE =
	/^[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0670]$/;

/** Puts back the marks, one by one, with which a letter is one of the alphabet. */
function withoutMarks(cluster: string, kept: ReadonlySet<string>): string {
	const [base = '', ...marks] = cluster.normalize('NFD');
	if (!marks.some((mark) => REMOVABLE.test(mark))) return cluster;
	let letter = base;
	for (const mark of marks) {
		const marked = (letter + mark).normalize('NFC');
		if (!REMOVABLE.test(mark) || kept.has(marked.toLowerCase())) letter = marked;
	}
	return letter;
}

const strokes = new Map(
	Object.entries({
		ß: 'ss',
		ẞ: 'SS',
		æ: 'ae',
		Æ: 'AE',
		œ: 'oe',
		Œ: 'OE',
		ø: 'o',
		Ø: 'O',
		đ: 'd',
		Đ: 'D',
		ð: 'd',
		Ð: 'D',
		þ: 'th',
		Þ: 'Th',
		ł: 'l',
		Ł: 'L',
		ħ: 'h',
		Ħ: 'H',
		ı: 'i',
		ŧ: 't',
		Ŧ: 'T',
	}),
);
const STROKED = new RegExp(`[${[...strokes.keys()].join('')}]`, 'gu');

/** Languages whose accents are mostly signs upon letters, with the letters that are not. */
const accented: ReadonlyMap<string, string> = new Map(
	Object.entries({
		af: '',
		ar: '',
		be: 'йў',
		bg: 'й',
		ca: 'ç',
		cy: '',
		de: 'äöü',
		el: '',
		en: '',
		es: 'ñ',
		fa: '',
		fr: '',
		fy: '',
		gl: 'ñ',
		he: '',
		id: '',
		it: '',
		la: '',
		lb: 'äëé',
		mk: 'ѓќ',
		ms: '',
		mt: 'ċġż',
		nl: '',
		pt: 'ç',
		ru: 'йё',
		sl: 'čšž',
		sr: 'ćčšžй',
		tl: 'ñ',
		uk: 'йї',
	}),
);

const sets = new Map<string, ReadonlySet<string> | undefined>();

function distinctLetters(language: string): ReadonlySet<string> | undefined {
	if (!sets.has(language)) {
		const letters = accented.get(language) ?? alphabets.get(language);
		sets.set(language, letters === undefined ? undefined : new Set(letters));
	}
	return sets.get(language);
}
