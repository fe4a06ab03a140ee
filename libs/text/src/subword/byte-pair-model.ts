import type {BpeModel, SplitKind} from '@millrace/kernels';
import {byteLetters} from './byte-letters.ts';
import {characterClasses} from './character-classes.ts';
import {fieldsOf} from './json-fields.ts';
import {splitOf} from './split-of.ts';

/** A model that the kernel encodes, and what is done to a text before. */
export interface BytePairModel {
	readonly model: BpeModel;
	/** Whether texts are brought to NFC before. */
	readonly composed: boolean;
}

/**
 * The byte-level byte-pair model of the text of a `tokenizer.json`; undefined where it is of another kind, or where any
 * part of it does something that the kernel does not.
 */
export function bytePairModel(text: string): BytePairModel | undefined {
	const fields = fieldsOf(JSON.parse(text));
	const model = fieldsOf(fields.get('model'));
	const split = splitOf(fields.get('pre_tokenizer'));
	const composed = normalForm(fields.get('normalizer'));
	if (split === undefined || composed === undefined || !isPlain(model)) return undefined;
	const made = modelOf(model, split);
	return made && {model: made, composed};
}

/** Whether texts are brought to NFC; undefined where something else is done to them. */
function normalForm(normalizer: unknown): boolean | undefined {
	if (normalizer === null || normalizer === undefined) return false;
	return fieldsOf(normalizer).get('type') === 'NFC' ? true : undefined;
}

function isPlain(model: ReadonlyMap<string, unknown>): boolean {
	const empty = (name: string): boolean => [undefined, null, ''].some((value) => value === model.get(name));
	return (
		(model.get('type') ?? 'BPE') === 'BPE' &&
		empty('continuing_subword_prefix') &&
		empty('end_of_word_suffix') &&
		(model.get('dropout') ?? null) === null
	);
}

function modelOf(model: ReadonlyMap<string, unknown>, split: SplitKind): BpeModel | undefined {
	const ids = new Map<string, number>();
	for (const [token, id] of fieldsOf(model.get('vocab'))) if (typeof id === 'number') ids.set(token, id);
	const bytes = byteLetters.map((letter) => ids.get(letter) ?? -1);
	const given: unknown = model.get('merges');
	if (bytes.includes(-1) || !Array.isArray(given)) return undefined;
	const merges = new Int32Array(given.length * 4);
	const pairs = new Set<string>();
	for (const [rank, merge] of given.entries()) {
		const [left, right] = pairOf(merge);
		const known = [ids.get(left), ids.get(right), rank, ids.get(left + right)];
		const numbers = known.filter((id) => id !== undefined);
		// Which of two equal merges counts is the other implementation's affair.
		if (numbers.length < 4 || pairs.has(`${left} ${right}`)) return undefined;
		pairs.add(`${left} ${right}`);
		merges.set(numbers, rank * 4);
	}
	const words = model.get('ignore_merges') === true ? wholeWords(ids) : [];
	return {classes: characterClasses(), split, bytes, merges, words};
}

function pairOf(merge: unknown): readonly [string, string] {
	const parts: readonly unknown[] =
		typeof merge === 'string' ? merge.split(' ') : Array.isArray(merge) ? merge : [];
	return [String(parts[0]), String(parts[1])];
}

const byteOf = new Map(byteLetters.map((letter, byte) => [letter, byte]));

/** Entries of a vocabulary that are written in the letters of bytes, which all words are. */
function wholeWords(ids: ReadonlyMap<string, number>): BpeModel['words'] {
	return [...ids].flatMap(([token, id]) => {
		const bytes = Array.from(token, (letter) => byteOf.get(letter) ?? -1);
		return bytes.includes(-1) ? [] : [{bytes: Uint8Array.from(bytes), id}];
	});
}
