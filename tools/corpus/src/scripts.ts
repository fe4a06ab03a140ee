/** A writing system of the corpus: the syllables that its words are made of, and how words are joined. */
export interface Script {
	/** The value of Unicode's Script property. */
	readonly name: string;
	/** Documents out of 1,000. */
	readonly share: number;
	readonly syllables: readonly string[];
	/** Most syllables in a word. */
	readonly longest: number;
	/** Between words. */
	readonly space: string;
	/** Ends a sentence, with the space after it. */
	readonly stop: string;
}

const letters = (text: string): readonly string[] => Array.from(text);
const join = (first: readonly string[], second: readonly string[]): readonly string[] =>
	first.flatMap((start) => second.map((end) => start + end));
const range = (from: number, count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => String.fromCodePoint(from + index));

/** Latin leads, as in real corpora; the others are equal. */
const others = 75;

/** The ten writing systems of the corpus; Hiragana and Katakana count as one. */
export const scripts: readonly Script[] = [
	{
		name: 'Latin',
		share: 325,
		syllables: join(letters('bcdfglmnprstvz'), ['a', 'e', 'i', 'o', 'u', 'é', 'ü', 'ão', 'en', 'ar', 'is']),
		longest: 4,
		space: ' ',
		stop: '. ',
	},
	{
		name: 'Cyrillic',
		share: others,
		syllables: join(letters('бвгдзклмнпрстчш'), letters('аеиоуыя')),
		longest: 4,
		space: ' ',
		stop: '. ',
	},
	{
		name: 'Greek',
		share: others,
		syllables: join(letters('βγδζθκλμνπρστφχ'), letters('αεηιουώάό')),
		longest: 4,
		space: ' ',
		stop: '. ',
	},
	{
		name: 'Arabic',
		share: others,
		syllables: join(letters('بتجحدرسشصعفقكلمن'), ['ا', 'و', 'ي', 'ة', '']),
		longest: 4,
		space: ' ',
		stop: '. ',
	},
	{
		name: 'Hebrew',
		share: others,
		syllables: join(letters('בגדהזחטכלמנספצקרש'), ['א', 'ו', 'י', '']),
		longest: 4,
		space: ' ',
		stop: '. ',
	},
	{
		name: 'Devanagari',
		share: others,
		syllables: join(letters('कखगचजतदनपबमयरलवसह'), ['', 'ा', 'ि', 'ी', 'े', 'ो', '्र']),
		longest: 3,
		space: ' ',
		stop: '। ',
	},
	{name: 'Han', share: others, syllables: range(0x4e00, 1500), longest: 3, space: '', stop: '。'},
	{
		name: 'Kana',
		share: others,
		syllables: [
			...letters('あいうえおかきくけこさしすせそたちつてとなにのはまもらりる'),
			...letters('アイウカキクケコサシスタテトナニノ'),
		],
		longest: 5,
		space: '',
		stop: '。',
	},
	{name: 'Hangul', share: others, syllables: range(0xac00, 1200), longest: 4, space: ' ', stop: '. '},
	{
		name: 'Thai',
		share: others,
		syllables: join(letters('กขคงจชดตทนบปพมยรลวสห'), ['า', 'ิ', 'ี', 'ุ', 'ู', 'ะ', '่อ']),
		longest: 3,
		space: '',
		stop: ' ',
	},
];
