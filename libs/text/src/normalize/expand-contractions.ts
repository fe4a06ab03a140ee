/**
 * Writes the contractions of English out: `don't` as `do not`, `we're` as `we are`, `I've` as `I have`, `she'll` as
 * `she will`, `let's` as `let us`. What may mean two things stays: `'s` (is, has, of), `'d` (had, would), `ain't`.
 * The case of the word is kept. Other languages come back as they are. Idempotent.
 */
export function expandContractions(text: string, language = 'en'): string {
	if (!/^en(?:-|$)/.test(language) || !/['\u2019]/.test(text)) return text;
	return text.replace(WORD, (word) => expanded(word));
}

// Not within a longer word or between other apostrophes, as in O'Don't'.
const WORD =
	/(?<![\p{L}\p{N}_'\u2019])(?:I['\u2019]m|let['\u2019]s|[a-z]+n['\u2019]t(?:['\u2019]ve)?|[a-z]+(?:['\u2019]d)?['\u2019](?:re|ve|ll)(?:['\u2019]ve)?)(?![\p{L}\p{N}_])(?!['\u2019]\p{L})/giu;

const NEGATED = new Set(
	'aren couldn daren didn doesn don hadn hasn haven isn mightn mustn needn oughtn shouldn wasn weren wouldn can won shan'.split(
		' ',
	),
);

const ENDINGS = new Map([
	['m', 'am'],
	['s', 'us'],
	['re', 'are'],
	['ve', 'have'],
	['ll', 'will'],
]);

function expanded(word: string): string {
	const loud = word.length > 3 && word === word.toUpperCase();
	const cased = (piece: string): string => (loud ? piece.toUpperCase() : piece);
	const [stem = '', ...endings] = word.split(/['\u2019]/);
	let out = stem;
	for (const [place, ending] of endings.entries()) {
		const plain = ending.toLowerCase();
		if (plain === 't') {
			if (!NEGATED.has(stem.toLowerCase())) return word;
			out = negated(stem, cased);
		} else if (plain === 'd') out += word.charAt(stem.length) + ending;
		else if (plain === 's' && place === 0 && stem.toLowerCase() !== 'let') return word;
		else out += ` ${cased(ENDINGS.get(plain) ?? plain)}`;
	}
	return out;
}

/** `can't` is `cannot`; `won't` and `shan't` have lost letters. */
function negated(stem: string, cased: (piece: string) => string): string {
	const plain = stem.toLowerCase();
	if (plain === 'can') return stem + cased('not');
	if (plain === 'won') return `${stem.charAt(0)}${cased('ill')} ${cased('not')}`;
	if (plain === 'shan') return `${stem.slice(0, 3)}${cased('ll')} ${cased('not')}`;
	return `${stem.slice(0, -1)} ${cased('not')}`;
}
