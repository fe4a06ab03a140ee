/** Bytes of text that are encoded at once. */
export const windowBytes: i32 = 1 << 18;

/** Bytes of a word at most; a text with a longer one needs another implementation. */
export const longestWord: usize = 1 << 15;

/** Where the façade puts text, 16 bytes behind it may be read. */
export let input: usize = 0;

/** Where ids are left, at most one for each byte of the window. */
export let output: usize = 0;

/** For each 256 code points a u16, the block of their classes; then the blocks, a byte each. */
export let pages: usize = 0;
export let blocks: usize = 0;

/** 16 bytes each: left and right id, rank, id of both together. */
export let pairs: usize = 0;
export let pairBits: i32 = 0;

/** 16 bytes each: hash, place among `wordBytes`, id. A place of 0 is empty. */
export let words: usize = 0;
export let wordBits: i32 = 0;
export let wordBytes: usize = 0;

/** Words of at most 15 bytes and three ids, 32 bytes each. */
export let shortCache: usize = 0;
export const shortBits: i32 = 15;

/** Other words: 16 bytes each, hash and place in the arena. A place of 0 is empty. */
export let longCache: usize = 0;
export const longBits: i32 = 14;
export let arena: usize = 0;
export const arenaBytes: u32 = 1 << 21;

/** For symbols of a word under way, 16 bytes each, then a heap of three entries of 8 bytes for each. */
export let scratch: usize = 0;

/** The id of each byte. */
export const byteIds: usize = memory.data(256 * 4, 16);

let top: usize = 0;

function take(bytes: usize): usize {
	const at = top;
	top = (top + bytes + 15) & ~15;
	return at;
}

/** Lays out the memory for a model and grows it; tells where `pages` are, for the façade to fill with `pageBytes` and what follows. */
export function configure(
	pageBytes: i32,
	blockBytes: i32,
	bitsOfPairs: i32,
	bitsOfWords: i32,
	bytesOfWords: i32,
): usize {
	top = (__heap_base + 15) & ~15;
	pages = take(pageBytes);
	blocks = take(blockBytes);
	pairBits = bitsOfPairs;
	pairs = take((<usize>16) << bitsOfPairs);
	wordBits = bitsOfWords;
	words = take((<usize>16) << bitsOfWords);
	wordBytes = take(bytesOfWords + 16);
	input = take(windowBytes + 16);
	// A cached word is copied with three ids, whether it has them or not.
	output = take((windowBytes << 2) + 16);
	shortCache = take((<usize>32) << shortBits);
	longCache = take((<usize>16) << longBits);
	arena = take(arenaBytes);
	scratch = take(longestWord * 40);
	const needed = <i32>((top + 0xffff) >> 16) - memory.size();
	if (needed > 0 && memory.grow(needed) < 0) return 0;
	return pages;
}
