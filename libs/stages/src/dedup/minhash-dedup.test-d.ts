import {int32, pipeline, timestamp, type Reader} from '@millrace/core';
import {lineDedup, minhashDedup} from '../index.ts';

declare const reader: Reader<{readonly body: string; readonly source: string; readonly at: bigint}>;
const docs = pipeline('docs', reader);
const named = {columns: {text: 'body'}} as const;

const kept = docs.pipe(minhashDedup({...named, keep: {largest: {at: timestamp}}}));
kept.derive('size', int32, ({cluster_size: size, duplicate_of: of}) => (of === null ? (size ?? 1) : 0));
docs.pipe(minhashDedup({...named, keep: {prefer: {source: ['wiki']}}, verify: 0.8}));
docs.pipe(lineDedup(named)).derive('gone', int32, ({removed_units: lines}) => lines);

// @ts-expect-error TS2345: there is no text
docs.pipe(minhashDedup());
// @ts-expect-error TS2345: there is no column day
docs.pipe(minhashDedup({...named, keep: {largest: {day: int32}}}));
// @ts-expect-error TS2345: the column is of another type
docs.pipe(minhashDedup({...named, keep: {largest: {at: int32}}}));
// @ts-expect-error TS2345: there is no column origin
docs.pipe(minhashDedup({...named, keep: {prefer: {origin: ['wiki']}}}));
// @ts-expect-error TS2353: an option of another name
docs.pipe(minhashDedup({...named, bands: 14}));
