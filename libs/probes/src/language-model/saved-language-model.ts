import {canonicalJson, MillraceError} from '@millrace/core';
import {z} from 'zod';
import {base64, bytesField} from '../saved/bytes-field.ts';
import {readSaved} from '../saved/read-saved.ts';
import {numbersOf, varintsOf} from '../saved/varints.ts';
import {languageModelOf, modelOf} from './language-model-of.ts';
import type {LanguageModel} from './language-model.ts';
import type {NgramLevel} from './ngram-level.ts';
import {FIRST} from './ngram-model.ts';

/** Writes a language model as one JSON object, equal bytes for equal models. */
export function serializeLanguageModel(language: LanguageModel): string {
	const {unit, units, unigrams, levels, discounts} = modelOf(language);
	return `${canonicalJson({
		format: FORMAT,
		version: VERSION,
		unit,
		units,
		unigrams: base64(varintsOf(unigrams)),
		levels: levels.map(({starts, units: last, counts, pruned}) => ({
			children: base64(varintsOf(differences(starts))),
			units: base64(varintsOf(unitDeltas(starts, last))),
			counts: base64(varintsOf(counts)),
			pruned: pruned ? base64(varintsOf(pruned)) : null,
		})),
		discounts: discounts.map((three) => [...three]),
		training: {...language.training},
	})}\n`;
}

/** Reads what `serializeLanguageModel` wrote. Throws a MillraceError `corrupt` that says what is wrong. */
export function parseLanguageModel(text: string): LanguageModel {
	const saved = readSaved(text, {name: NAME, format: FORMAT, version: VERSION, shape: SHAPE});
	const {unit, units, discounts, training} = saved;
	expect('distinct units', units.length, new Set(units).size);
	expect('lists of discounts', saved.levels.length + 1, discounts.length);
	const unigrams = Int32Array.from(numbers(saved.unigrams));
	expect('counts of units', units.length + FIRST, unigrams.length);
	let parents = unigrams.length;
	const levels = saved.levels.map((level): NgramLevel => {
		const children = numbers(level.children);
		expect('prefixes', parents, children.length);
		const starts = new Int32Array(parents + 1);
		for (const [index, count] of children.entries()) starts[index + 1] = (starts[index] ?? 0) + count;
		const last = unitsOfDeltas(starts, numbers(level.units), unigrams.length);
		const counts = Int32Array.from(numbers(level.counts));
		expect('counts of n-grams', last.length, counts.length);
		const pruned = level.pruned ? Int32Array.from(numbers(level.pruned)) : undefined;
		if (pruned) expect('pruned counts', parents, pruned.length);
		parents = last.length;
		return {starts, units: last, counts, ...(pruned ? {pruned} : {})};
	});
	return languageModelOf({unit, units, unigrams, levels, discounts}, training);
}

function* differences(starts: Int32Array): Generator<number> {
	for (let index = 1; index < starts.length; index++) yield (starts[index] ?? 0) - (starts[index - 1] ?? 0);
}

/** The units of a prefix ascend, so that all but the first are written as what they add. */
function* unitDeltas(starts: Int32Array, units: Int32Array): Generator<number> {
	for (let prefix = 0; prefix + 1 < starts.length; prefix++) {
		let before = 0;
		for (let at = starts[prefix] ?? 0; at < (starts[prefix + 1] ?? 0); at++) {
			const unit = units[at] ?? 0;
			yield unit - before;
			before = unit;
		}
	}
}

function unitsOfDeltas(starts: Int32Array, deltas: Uint32Array, vocabulary: number): Int32Array {
	expect('n-grams', starts.at(-1) ?? 0, deltas.length);
	const units = new Int32Array(deltas.length);
	for (let prefix = 0; prefix + 1 < starts.length; prefix++) {
		const first = starts[prefix] ?? 0;
		let unit = 0;
		for (let at = first; at < (starts[prefix + 1] ?? 0); at++) {
			const delta = deltas[at] ?? 0;
			unit += delta;
			if (unit >= vocabulary || (delta === 0 && at > first)) {
				throw fault(`expected units that ascend below ${vocabulary}, found ${unit} in n-gram ${at}`);
			}
			units[at] = unit;
		}
	}
	return units;
}

function numbers(bytes: Uint8Array): Uint32Array {
	const found = numbersOf(bytes);
	if (!found) throw fault('expected whole numbers, found a cut one');
	return found;
}

function expect(what: string, expected: number, found: number): void {
	if (found !== expected) throw fault(`expected ${expected} ${what}, found ${found}`);
}

const fault = (problem: string): MillraceError =>
	new MillraceError('corrupt', `${NAME}: ${problem}. Train it again.`);

const NAME = 'saved language model';
const FORMAT = 'millrace-language-model';
const VERSION = 1;
const count = z.int().min(0);
const discount = z.number().min(0).max(3);
const SHAPE = z.strictObject({
	format: z.literal(FORMAT),
	version: z.literal(VERSION),
	unit: z.enum(['word', 'character', 'byte']),
	units: z.array(z.string()),
	unigrams: bytesField,
	levels: z.array(
		z.strictObject({
			children: bytesField,
			units: bytesField,
			counts: bytesField,
			pruned: bytesField.nullable(),
		}),
	),
	discounts: z.array(z.tuple([discount, discount, discount])),
	training: z.strictObject({
		texts: count,
		units: count,
		ngrams: z.array(count),
		notices: z.array(z.string()),
	}),
});
