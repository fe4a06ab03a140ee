import {random, stageKey} from '@millrace/core';
import type {Script} from './scripts.ts';

/** Words of one script, most frequent first, as one run of UTF-8 bytes. */
export interface Vocabulary {
	readonly words: readonly string[];
	/** Words, then the same words with a capital, where the script has capitals. */
	readonly bytes: Uint8Array;
	/** Word w is the bytes from `offsets[w]` to `offsets[w + 1]`. */
	readonly offsets: Uint32Array;
	readonly space: Uint8Array;
	readonly stop: Uint8Array;
}

/** Words of a vocabulary. */
export const vocabularySize = 8192;

/** Makes the vocabulary of a script from its seed: distinct words, the frequent ones short. */
export function vocabulary(script: Script, seed: number): Vocabulary {
	const chosen = new Set<string>();
	const choices = random(stageKey(seed, `vocabulary ${script.name}`));
	while (chosen.size < vocabularySize) {
		const longest = chosen.size < 100 ? Math.min(2, script.longest) : script.longest;
		const count = 1 + choices.int(longest);
		chosen.add(Array.from({length: count}, () => choices.pick(script.syllables)).join(''));
	}
	const words = [...chosen];
	const forms = [...words, ...words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))];
	const encoder = new TextEncoder();
	const offsets = new Uint32Array(forms.length + 1);
	const encoded = forms.map((form) => encoder.encode(form));
	for (const [index, {length}] of encoded.entries()) offsets[index + 1] = (offsets[index] ?? 0) + length;
	const bytes = new Uint8Array(offsets[forms.length] ?? 0);
	for (const [index, form] of encoded.entries()) bytes.set(form, offsets[index]);
	return {words, bytes, offsets, space: encoder.encode(script.space), stop: encoder.encode(script.stop)};
}
