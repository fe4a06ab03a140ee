/** Numbers of Parquet's enumerations that are written. Source: parquet.thrift of the Parquet format, 2.12. */
export const physicals = {BOOLEAN: 0, INT32: 1, INT64: 2, FLOAT: 4, DOUBLE: 5, BYTE_ARRAY: 6};
export const repetitions = {REQUIRED: 0, OPTIONAL: 1, REPEATED: 2};
export const converteds = {UTF8: 0, LIST: 3, TIMESTAMP_MICROS: 10};
export const encodings = {plain: 0, rle: 3};
export const codecs = {zstd: 6};
