import {int32, utf8, type AnyStep, type Columns, type OptionShape} from '@millrace/core';
import type {ChatBackend} from '@millrace/text';
import {complete} from './augment/complete.ts';
import {contentKey} from './dedup/content-key.ts';
import {exactDedup} from './dedup/exact-dedup.ts';
import {length} from './filter/length.ts';
import {markdownSections} from './format/markdown-sections.ts';
import {normalizeText} from './normalize/normalize-text.ts';
import {capPerGroup} from './select/cap-per-group.ts';
import {shuffle} from './select/shuffle.ts';
import {sortBy} from './select/sort-by.ts';
import {split} from './select/split.ts';
import {wordTokens} from './tokenize/word-tokens.ts';

/** A stage or barrier as the catalogue shows it. */
export interface CatalogueEntry {
	/** The folder of its file. */
	readonly family: string;
	readonly stage: {
		readonly definition: {
			readonly name: string;
			readonly summary?: string;
			readonly needs: Columns;
			readonly adds?: Columns;
			readonly options?: OptionShape;
		};
	};
	/** A use; its source is the example in the docs. */
	readonly example: () => AnyStep;
}

const backend: ChatBackend = {
	name: 'echo',
	identity: 'echo',
	concurrency: 1,
	call: ({messages}) => Promise.resolve({text: messages.at(-1)?.content ?? '', finish: 'stop'}),
};

/** Every stage and barrier of the library, by family and name. */
export const catalogue: readonly CatalogueEntry[] = [
	{
		family: 'augment',
		stage: complete,
		example: () => complete({backend, prompt: ({text}) => `Summarize: ${text}`, into: 'summary'}),
	},
	{family: 'dedup', stage: contentKey, example: () => contentKey()},
	{
		family: 'dedup',
		stage: exactDedup,
		example: () => exactDedup({by: {text: utf8}, keep: {largest: {stars: int32}}}),
	},
	{family: 'filter', stage: length, example: () => length({min: 40})},
	{family: 'format', stage: markdownSections, example: () => markdownSections({depth: 3})},
	{family: 'normalize', stage: normalizeText, example: () => normalizeText({quotes: 'straight'})},
	{
		family: 'select',
		stage: capPerGroup,
		example: () => capPerGroup({most: 10, columns: {group: 'repository'}}),
	},
	{family: 'select', stage: shuffle, example: () => shuffle()},
	{family: 'select', stage: sortBy, example: () => sortBy({by: {stars: int32}, descending: true})},
	{
		family: 'select',
		stage: split,
		example: () => split({weights: {train: 9, test: 1}, columns: {group: 'repository'}}),
	},
	{family: 'tokenize', stage: wordTokens, example: () => wordTokens({punctuation: true})},
];
