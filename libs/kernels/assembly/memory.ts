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
