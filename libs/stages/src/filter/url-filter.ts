import {defineStage, utf8} from '@millrace/core';
import {urlVerdict, type UrlVerdict, type WordList} from '@millrace/text';
import {z} from 'zod';
import {wordListOption} from '../word-list-option.ts';

/**
 * Drops rows by their URL, with the reasons of datatrove 0.10 (with `-` for `_`) and in its order: `domain`, `subdomain`, `url`,
 * `hard-blacklisted`, `soft-blacklisted` (the number of soft words as the score), `blacklisted-subword`. The lists are
 * yours; `sampleUrlLists` of `@millrace/text` shows their form. A row without a URL is quarantined.
 */
export const urlFilter = defineStage({
	name: 'url-filter',
	summary: 'Drops rows whose URL is on your lists of domains, URLs and words.',
	source: 'URLFilter of datatrove 0.10, after Penedo et al. 2023 (RefinedWeb)',
	needs: {url: utf8},
	options: {
		dialect: z.enum(['datatrove-0.10']).default('datatrove-0.10').describe('whose rule it is'),
		domains: wordListOption.optional().describe('domains and hosts'),
		urls: wordListOption.optional().describe('whole URLs'),
		bannedWords: wordListOption.optional().describe('words of which a URL may hold none'),
		bannedSubwords: wordListOption.optional().describe('pieces of which a URL may hold none, anywhere in it'),
		softWords: wordListOption.optional().describe('words of which a URL may hold a few'),
		softWordThreshold: z.int().min(1).default(2).describe('soft words at which a row is dropped'),
	},
	closesOver: 'options',
	map({url}, {options}) {
		if (url === '') throw new Error('expected a URL, found an empty text; filter such rows out before.');
		const verdict = judgeOf(options)(url);
		if (!verdict) return {};
		const {score} = verdict;
		const reason = verdict.reason.replaceAll('_', '-');
		return score === undefined ? {drop: reason} : {drop: reason, score};
	},
});

type Lists = Partial<
	Readonly<Record<'domains' | 'urls' | 'bannedWords' | 'bannedSubwords' | 'softWords', WordList | undefined>>
> & {readonly softWordThreshold: number};

const made = new WeakMap<object, (url: string) => UrlVerdict | undefined>();

function judgeOf(options: Lists): (url: string) => UrlVerdict | undefined {
	const {domains, urls, bannedWords, bannedSubwords, softWords, softWordThreshold} = options;
	let judge = made.get(options);
	if (!judge) {
		const lists = {
			domains: domains?.words ?? [],
			urls: urls?.words ?? [],
			bannedWords: bannedWords?.words ?? [],
			bannedSubwords: bannedSubwords?.words ?? [],
			softWords: softWords?.words ?? [],
		};
		made.set(options, (judge = urlVerdict(lists, softWordThreshold)));
	}
	return judge;
}
