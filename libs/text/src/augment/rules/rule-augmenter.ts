import {random, rowSeed, stageKey, type Json, type Random} from '@millrace/core';
import type {Augmenter, VariantOrigin} from '../augmenter.ts';

/**
 * An augmenter by rules: `vary` makes a variant of a text from random choices alone, and is asked until as
 * many distinct ones came as are wanted.
 */
export function ruleAugmenter({
	name,
	options,
	languages,
	wanted: usual = 1,
	open,
}: RuleAugmenterOptions): Augmenter {
	const key = stageKey(0, name);
	let opened: Promise<Vary> | undefined;
	return {
		name,
		identity: {rules: name, version: VERSION, options},
		concurrency: 1,
		...(languages ? {languages} : {}),
		async call({texts, language, seeds, attempt, wanted = usual}, {signal}) {
			signal?.throwIfAborted();
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
			const all = texts.map((text, index) => {
				signal?.throwIfAborted();
				bytes[0] = seeds[index] ?? 0;
				return distinct(vary, text, random(rowSeed(key, id, 0, attempt)), wanted);
			});
			return {
				variants: all.map((variants) => variants.map(({text}) => text)),
				origins: all.map((variants) =>
					variants.map(({via}): VariantOrigin => (via === undefined ? {} : {via})),
				),
			};
		},
		close() {
			opened = undefined;
			return Promise.resolve();
		},
	};
}

/** Makes a variant of a text, or none where the rules do not fit it. */
export type Vary = (text: string, random: Random) => RuleVariant | string | undefined;

export interface RuleVariant {
	readonly text: string;
	/** By which of the rules it was made. */
	readonly via?: string;
}

export interface RuleAugmenterOptions {
	readonly name: string;
	/** All that changes an answer. */
	readonly options: Json;
	/** The languages of its texts, as ISO 639-1; any unless given. */
	readonly languages?: readonly string[];
	/** Variants made where the request does not say how many are wanted; 1 unless given. */
	readonly wanted?: number;
	/** Opened on the first call. */
	readonly open: () => Vary | Promise<Vary>;
}

/** Raised when a rule gives other variants than before, so that what was cached is made anew. */
const VERSION = 1;

function distinct(vary: Vary, text: string, random: Random, wanted: number): readonly RuleVariant[] {
	const found = new Map<string, RuleVariant>();
	// A few more tries than are wanted: some choices lead to the same text.
	for (let tries = 0; tries < wanted * 2 && found.size < wanted; tries++) {
		const made = vary(text, random);
		if (made === undefined) break;
		const variant = typeof made === 'string' ? {text: made} : made;
		if (variant.text !== text) found.set(variant.text, variant);
	}
	return [...found.values()];
}
