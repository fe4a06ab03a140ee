import {bpeEncoder} from '@millrace/kernels';
import {addedTokens} from './added-tokens.ts';
import {bytePairModel} from './byte-pair-model.ts';
import {textHolds} from './text-holds.ts';

/** The ids of a text; undefined where the reference implementation must answer. */
export type KernelEncoder = (text: string) => Int32Array | undefined;

/**
 * An encoder in WebAssembly of the text of a `tokenizer.json`, exact where it answers; undefined for a tokenizer of
 * another kind. It does not answer for a text that holds an added token.
 */
export function kernelEncoder(text: string): KernelEncoder | undefined {
	const found = bytePairModel(text);
	if (!found) return undefined;
	const encoder = bpeEncoder(found.model);
	const holdsAdded = textHolds(addedTokens(text).map(({content}) => content));
	return (given) => {
		// Nothing below U+0300 changes in NFC.
		const composed = found.composed && ABOVE_LATIN.test(given) ? given.normalize('NFC') : given;
		const ids = holdsAdded(given) || holdsAdded(composed) ? undefined : encoder.encode(composed);
		// A character that is not assigned may compose in another version of Unicode; the encoder must have seen it.
		return ids && composed !== given && encoder.encode(given) === undefined ? undefined : ids;
	};
}

const ABOVE_LATIN = /[\u0300-\uffff]/;
