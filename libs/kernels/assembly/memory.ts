/** Bytes of a window: 256 KiB, so that it stays in the second-level cache. */
export const windowBytes: i32 = 1 << 18;

/** Rows of a window. */
export const windowRows: i32 = 1 << 15;

/** Where the façade puts a window's bytes. */
export const input: usize = memory.data(windowBytes, 16);

/** Where the façade puts the borders of a window's rows, an i32 each and one more. */
export const borders: usize = memory.data((windowRows + 1) << 2, 16);

/** Where kernels leave what they found, 16 bytes for each row. */
export const output: usize = memory.data(windowRows << 4, 16);

/** Where the words of a window lie, two i32 each: every byte may be a word. */
export const wordBorders: usize = memory.data(windowBytes << 3, 16);

/** The number of words before each row, an i32 each and one more. */
export const rowWords: usize = memory.data((windowRows + 1) << 2, 16);

/** The code points before each word, an i32 each and one more. */
export const wordChars: usize = memory.data((windowBytes + 1) << 2, 16);

/** The hash of all words before each word, joined; its inverse power; and the hash of the word alone: a u64 each. */
export const joined: usize = memory.data((windowBytes + 1) << 3, 16);
export const powers: usize = memory.data((windowBytes + 1) << 3, 16);
export const wordHashes: usize = memory.data((windowBytes + 1) << 3, 16);

/** Slots of the hash table of lines, paragraphs and n-grams, 16 bytes each: twice as many as a window has of them. */
export const tableSlots: i32 = windowBytes << 1;
export const table: usize = memory.data(tableSlots << 4, 16);

/** What a document is counted as, an i32 each, in the order of src/quality-figures.ts. */
export const figures: usize = memory.data(64 << 2, 16);

/** Slots of the table of stop words, a power of two, 8 bytes each: place, length, number; and the words' bytes. */
export const stopSlots: i32 = 2048;
export const stops: usize = memory.data(stopSlots << 3, 16);
export const stopBytes: i32 = 1 << 14;
export const stopTexts: usize = memory.data(stopBytes, 16);

/** For each stop word the document that had it last. */
export const stopSeen: usize = memory.data(stopSlots << 2, 16);

/** Scratch space of the segmentation: two bytes and two i32 for each word of a chunk. */
export const scratch: usize = memory.data(windowBytes * 10, 16);

/** Pages of 128 code points in the classes: their number is a byte. */
export const classPages: i32 = 256;

/** Which page holds the classes of a code point, by its upper bits; the façade fills it. */
export const classIndex: usize = memory.data(0x110000 >> 7, 16);

/** The classes of code points, an u16 each; the façade fills it. */
export const classes: usize = memory.data(classPages << 8, 16);

/** Slots of the table of special texts, a power of two, 16 bytes each: place, length, kind, cut, find. */
export const specialSlots: i32 = 4096;

/** The table of special texts; the façade fills it. */
export const specials: usize = memory.data(specialSlots << 4, 16);

/** Which sketches of a text occur among the special ones, a bit each; the façade fills it. */
export const specialSketches: usize = memory.data(1 << 13, 16);

/** Bytes of the special texts. */
export const specialBytes: i32 = 1 << 14;

/** The special texts, one behind another; the façade fills it. */
export const specialTexts: usize = memory.data(specialBytes, 16);
