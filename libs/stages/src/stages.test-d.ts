import {float64, int32, pipeline, utf8, type Pipeline, type Reader} from '@millrace/core';
import type {ChatBackend} from '@millrace/text';
import {
	capPerGroup,
	complete,
	contentKey,
	exactDedup,
	length,
	markdownSections,
	normalizeText,
	shuffle,
	sortBy,
	split,
	wordTokens,
} from './index.ts';

declare const reader: Reader<{
	readonly text: string;
	readonly path: string;
	readonly stars: number;
	readonly note: string | null;
}>;
declare const backend: ChatBackend;

const docs = pipeline('docs', reader);

interface Clean {
	readonly text: string;
	readonly path: string;
	readonly stars: number;
	readonly note: string | null;
	readonly heading_path: readonly string[];
	readonly code: readonly string[];
	readonly length: number;
	readonly content_key: string;
	readonly tokens: readonly string[];
	readonly split: string;
	readonly completion: string;
}

export const clean: Pipeline<Clean> = docs
	.pipe(normalizeText({quotes: 'straight'}))
	.pipe(markdownSections())
	.pipe(length({min: 40}))
	.pipe(contentKey())
	.pipe(exactDedup({by: {content_key: utf8}, keep: {largest: {stars: int32}}}))
	.pipe(wordTokens())
	.pipe(split({columns: {group: 'path'}, weights: {train: 9, test: 1}}))
	.pipe(capPerGroup({most: 3, columns: {group: 'note'}}))
	.pipe(sortBy({by: {stars: int32, path: utf8}, descending: true}))
	.pipe(complete({backend, prompt: ({text}) => text}))
	.pipe(shuffle());

export const summaries: Pipeline<{readonly summary: string}> = docs
	.pipe(
		complete({
			backend,
			reads: {path: utf8, stars: float64},
			prompt: ({path, stars}) => `${path} ${stars.toFixed()}`,
			into: 'summary',
		}),
	)
	.select('summary');

docs.pipe(exactDedup());
// @ts-expect-error TS2345: Property 'star' is missing
docs.pipe(sortBy({by: {star: int32}}));
// @ts-expect-error TS2345: stars is a number
docs.pipe(sortBy({by: {stars: utf8}}));
// @ts-expect-error TS2345: Property 'views' is missing
docs.pipe(exactDedup({keep: {largest: {views: int32}}}));
// @ts-expect-error TS2345: note may be null
docs.pipe(exactDedup({by: {note: utf8}}));
// @ts-expect-error TS2345: Property 'group' is missing
docs.pipe(split());
// @ts-expect-error TS2322: the prompt reads text alone
docs.pipe(complete({backend, prompt: (row: {readonly path: string}) => row.path}));
// @ts-expect-error TS2345: Property 'tokens' is missing
docs.pipe(capPerGroup({most: 1, columns: {group: 'tokens'}}));
// @ts-expect-error TS2353: unknown option
docs.pipe(sortBy({by: {stars: int32}, decending: true}));
