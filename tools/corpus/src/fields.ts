import type {Random} from '@millrace/core';
import type {CorpusPlan} from './corpus-options.ts';
import type {Place} from './document-plan.ts';
import {groupCount} from './truth.ts';
import type {Vocabulary} from './vocabulary.ts';
import {zipfSlots, zipfTable} from './zipf.ts';

/** The fields of a document beside its text. */
export interface Fields {
	readonly id: string;
	readonly source: string;
	/** `g` and a number; group sizes follow Zipf's law. */
	readonly group: string;
	readonly groupNumber: number;
	readonly n: number;
	/** From 0 to 1, with four decimals. */
	readonly score: number;
	readonly note: string | null;
	readonly tags: readonly string[];
}

const sources = ['books', 'code', 'forum', 'legal', 'mail', 'news', 'web', 'wiki'];
const tags = [
	'draft',
	'edited',
	'faq',
	'guide',
	'howto',
	'internal',
	'legacy',
	'notes',
	'public',
	'reference',
	'release',
	'spec',
];
const groups = zipfTable(groupCount);

/** Chooses the fields of the document at a place; notes are words of its script. */
export function chooseFields(
	{nulls}: CorpusPlan,
	{file, document}: Place,
	choices: Random,
	{words}: Vocabulary,
): Fields {
	const groupNumber = groups[Math.floor(choices.float() * zipfSlots)] ?? 0;
	const firstTag = choices.int(tags.length);
	return {
		id: `${file}-${document}`,
		source: choices.pick(sources),
		group: `g${groupNumber}`,
		groupNumber,
		n: choices.int(1_000_000),
		score: Math.round(choices.float() * 10_000) / 10_000,
		note: choices.float() < nulls ? null : `${choices.pick(words)} ${choices.pick(words)}`,
		tags: tags.slice(firstTag, firstTag + choices.int(5)),
	};
}
