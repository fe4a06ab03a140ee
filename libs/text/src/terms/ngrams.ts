export interface NgramsOptions {
	/** Items in each; 2 unless given. */
	readonly n?: number;
	/** Fewest items, where shorter ones are wanted too; `n` unless given. */
	readonly least?: number;
	/** What stands between the items of one; a space unless given. */
	readonly separator?: string;
}

/** The n-grams of words in order, shorter ones first at each place: for n = 2 of `a b c` these are `a b` and `b c`. */
export function ngrams(
	words: readonly string[],
	{n = 2, least = n, separator = ' '}: NgramsOptions = {},
): string[] {
	const grams: string[] = [];
	for (let start = 0; start < words.length; start++) {
		for (let size = least; size <= n && start + size <= words.length; size++)
			grams.push(words.slice(start, start + size).join(separator));
	}
	return grams;
}

/** The n-grams of a text's characters as its readers see them: an emoji or a letter with its marks is one. */
export function characterNgrams(text: string, options: Omit<NgramsOptions, 'separator'> = {}): string[] {
	return ngrams(charactersOf(text), {...options, separator: ''});
}

function charactersOf(text: string): readonly string[] {
	return text.match(CHARACTER) ?? [];
}

// Marks, joiners and what follows them belong to the character before, up to a length that nobody writes.
const CHARACTER =
	/\p{RI}\p{RI}|\r\n|(?:\P{M}|^\p{M})(?:\p{M}|\u200c|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}|\u200d){0,40}|\p{M}/gsu;
