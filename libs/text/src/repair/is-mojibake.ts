/**
 * Whether a text holds a sequence of characters that hardly anyone writes but that wrong decoding makes: the heuristic
 * `is_bad` of ftfy 6.3.1 (Speer 2019, Zenodo 2591652), which knows about 400 characters by what they are used for.
 */
export const isMojibake = (text: string): boolean => HIGH.test(text) && PATTERN.test(text);

// Every unlikely sequence has a character above ASCII.
const HIGH = /[^\0-\x7f]/;

/** Characters by their use, as the inside of a character class. */
const kind = {
	common: '\\u00a0\\u00ad´·–-―’…',
	c1: '\\u0080-\\u009f',
	bad: '¤¦¨ª¬¯¸ºƒˆˇ˘˛˜†‡‰⌐◊\\ufffd',
	law: '§¶',
	currency: '¢£¥₧€',
	opening: '¡©«¿΄΅‘‚“„•‹\\uf8ff',
	closing: '®»˝”›™',
	numeric: '±-³µ¹¼-¾×÷⁄№∂∆∏∑√∞∩∫≈≠≡≤≥',
	kaomoji: '°Ò-ÖÙ-Üò-öø-üŌŐŪŲ',
	upper: 'À-ÑØÜÝĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐ',
	lower: 'ß-ñüāăąćčďđēėęěģīįķĺļľłœŕśşšťźżžґﬁﬂ',
	upperCommon: 'ÞΆΈ-ΊΌΎΏΑ-ΫЁ-Я',
	lowerCommon: 'ά-ωа-џ',
	box: '│┌┐┘├┤┬┼═-╬▀▄█▌▐-▓',
};

type Kind = keyof typeof kind;

const one = (kinds: readonly Kind[], more = ''): string =>
	`[${kinds.map((name) => kind[name]).join('')}${more}]`;

const WORD = '[\\p{L}\\p{N}_]';
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

const unlikely: readonly Kind[] = [
	'lower',
	'upper',
	'box',
	'opening',
	'closing',
	'currency',
	'numeric',
	'law',
];
const arabic = one(['common', 'currency', 'bad', 'numeric', 'opening'], 'ŸŠ®°µ»');
const cyrillic = one(['c1', 'bad', 'opening', 'closing', 'currency'], '°µ');
const greek = one(['c1', 'bad', 'opening', 'closing', 'currency'], '°');

/** Sequences between kinds of characters, then those of single encodings. */
const sequences = [
	one(['c1']),
	one(['bad', ...unlikely]) + one(['bad']),
	`[a-zA-Z]${one(['lowerCommon', 'upperCommon'])}${one(['bad'])}`,
	one(['bad']) + one(unlikely),
	one(['lower', 'lowerCommon', 'box', 'closing', 'currency', 'numeric']) + one(['upper']),
	one(['box', 'closing', 'currency', 'numeric']) + one(['lower']),
	one(['lower', 'box', 'closing']) + one(['currency']),
	SPACE + one(['upper']) + one(['currency']),
	one(['upper', 'box']) + one(['numeric', 'law']),
	one(['lower', 'upper', 'box', 'currency', 'closing']) + one(['opening']) + one(['numeric']),
	one(['lower', 'upper', 'currency', 'numeric', 'box', 'law']) + one(['closing']) + one(['opening']),
	one(['currency', 'numeric', 'box']) + one(['opening']),
	`[a-z]${one(['upper'])}${one(['opening', 'currency'])}`,
	one(['box']) + one(['kaomoji']),
	one(['lower', 'upper', 'currency', 'numeric', 'opening', 'closing', 'law']) + one(['box']),
	one(['box']) + one(['closing']),
	one(['lower', 'upper']) + one(['opening', 'closing']) + WORD,
	'[Œœ][^A-Za-z]',
	`${one(['upper'])}°`,
	`[ÂÃÎÐ]${one(['opening', 'closing'], '€œŠš¢£Ÿž\\xa0\\xad®©°·»–—´')}`,
	'×[²³]',
	`[ØÙ]${arabic}[ØÙ]${arabic}`,
	'à[²µ¹¼½¾]',
	'√[±∂†≠®™´≤≥¥µø]',
	'≈[°¢]',
	'‚Ä[ìîïòôúùû†°¢π]',
	'‚[âó][àä°ê]',
	'вЂ',
	`[ВГРС]${cyrillic}[ВГРС]`,
	'ГўВЂВ[^\\n][A-Za-z ]',
	'Ã[\\xa0¡]',
	`[a-z]${SPACE}?[ÃÂ] `,
	'^[ÃÂ] ',
	`${one(['closing'], 'a-z.,?!')}Â${one(['opening', 'closing'], ' ')}`,
	'β€[™\\xa0Ά\\xad®°]',
	`[ΒΓΞΟ]${greek}[ΒΓΞΟ]`,
	'ā€',
];

const PATTERN = new RegExp(sequences.join('|'), 'u');
