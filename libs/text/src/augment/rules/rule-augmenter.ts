import {random, rowSeed, stageKey, type Json, type Random} from '@millrace/core';
import type {Augmenter} from '../augmenter.ts';

/** An augmenter by rules: `vary` makes variants of one text from its random choices alone. */
export function ruleAugmenter({
	name,
	options,
	languages,
	noiseLevel,
	open,
	close,
}: RuleAugmenterOptions): Augmenter {
	const key = stageKey(0, name);
	let opened: Promise<Vary> | undefined;
	return {
		name,
		identity: {rules: name, version: VERSION, options},
		concurrency: 1,
		...(languages ? {languages} : {}),
		...(noiseLevel === undefined ? {} : {noiseLevel}),
		async call({texts, language, seeds, attempt}, {signal}) {
			if (languages && !languages.includes(language)) {
				throw new Error(
					`${name}: expected texts in ${languages.join(', ')}, found ${JSON.stringify(language)}; leave such rows out.`,
				);
			}
			if (seeds.length !== texts.length)
				throw new Error(`${name}: expected a seed for each of ${texts.length} texts, found ${seeds.length}.`);
			opened ??= Promise.resolve(open());
			const vary = await opened.catch((error: unknown) => {
				// A package may be installed meanwhile.
				opened = undefined;
				throw error;
			});
			const bytes = new Float64Array(2);
			const id = new Uint8Array(bytes.buffer);
			const variants = texts.map((text, index) => {
				signal?.throwIfAborted();
				bytes[0] = seeds[index] ?? 0;
				return distinct(vary(text, random(rowSeed(key, id, 0, attempt))), text);
			});
			return {variants};
		},
		async close() {
			opened = undefined;
			await close?.();
		},
	};
}

/** Makes variants of one text. */
export type Vary = (text: string, random: Random) => readonly string[];

export interface RuleAugmenterOptions {
	readonly name: string;
	/** All that changes an answer. */
	readonly options: Json;
	/** The languages of its texts, as ISO 639-1; any unless given. */
	readonly languages?: readonly string[];
	/** The share of words that it damages. */
	readonly noiseLevel?: number;
	/** Opened on the first call. */
	readonly open: () => Vary | Promise<Vary>;
	readonly close?: () => Promise<void>;
}

/** Raised when a rule gives other variants than before, so that what was cached is made anew. */
const VERSION = 1;

const distinct = (variants: readonly string[], text: string): readonly string[] =>
	variants.length === 1 && variants[0] !== text
		? variants
		: [...new Set(variants)].filter((variant) => variant !== text);
