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
