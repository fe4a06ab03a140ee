export type {BytesBatch} from './bytes-batch.ts';
export {hash64} from './hash64.ts';
export {hash64Batch} from './hash64-batch.ts';
export {hash64Twin} from './hash64-twin.ts';
export {hash128Batch} from './hash128-batch.ts';
export {hash128Twin} from './hash128-twin.ts';
export {lineOffsets} from './line-offsets.ts';
export {lineOffsetsTwin} from './line-offsets-twin.ts';
