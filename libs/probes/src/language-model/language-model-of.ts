import {MillraceError} from '@millrace/core';
import type {LanguageModel, LanguageModelTraining, TextScore} from './language-model.ts';
import {findNgram} from './ngram-level.ts';
import {END, FIRST, START, UNKNOWN, weightsOf, type NgramModel} from './ngram-model.ts';
import {unitsOfText} from './units-of-text.ts';

/** The language model of counted n-grams. */
export function languageModelOf(model: NgramModel, training: LanguageModelTraining): LanguageModel {
	const {unit, units, levels} = model;
	const order = levels.length + 1;
	const weights = weightsOf(model);
	const ids = new Map(units.map((name, index) => [name, index + FIRST]));
	const idOf = (name: string): number => ids.get(name) ?? UNKNOWN;

	/** `context[k]` is the n-gram of the last k + 1 units; it moves on by one unit. */
	const advance = (context: Int32Array, id: number): number => {
		let probability = weights.unigrams[id] ?? 0;
		let found = id;
		for (let index = 0; index < levels.length; index++) {
			const prefix = context[index] ?? -1;
			const level = levels[index];
			context[index] = found;
			found = -1;
			if (prefix < 0 || !level) continue;
			found = findNgram(level, prefix, id);
			const own = found < 0 ? 0 : (weights.own[index]?.[found] ?? 0);
			probability = own + (weights.rest[index]?.[prefix] ?? 1) * probability;
		}
		return probability;
	};
	const begin = (): Int32Array => {
		const context = new Int32Array(levels.length).fill(-1);
		if (context.length > 0) context[0] = START;
		return context;
	};

	const score = (text: string): TextScore => {
		const context = begin();
		const tokens = unitsOfText(text, unit);
		const logProbabilities = new Float64Array(tokens.length + 1);
		let sum = 0;
		let unknown = 0;
		let spelled = 0;
		for (let at = 0; at <= tokens.length; at++) {
			const token = tokens[at];
			const id = token === undefined ? END : idOf(token);
			if (id === UNKNOWN) {
				unknown++;
				spelled += Buffer.byteLength(token ?? '');
			}
			const log = Math.log(advance(context, id));
			logProbabilities[at] = log;
			sum -= log;
		}
		const bits = sum / Math.LN2;
		return {
			units: logProbabilities.length,
			logProbabilities,
			unknown,
			bits,
			perplexity: 2 ** (bits / logProbabilities.length),
			bitsPerByte: (bits + spelled * 8) / Math.max(1, Buffer.byteLength(text)),
		};
	};
	const language: LanguageModel = {
		order,
		unit,
		vocabulary: units.length + 2,
		training,
		score,
		perplexity: (text) => score(text).perplexity,
		bitsPerByte: (text) => score(text).bitsPerByte,
		probability(history, next) {
			const context = begin();
			for (const name of history) advance(context, idOf(name));
			return advance(context, next === null ? END : idOf(next));
		},
		units: function* () {
			yield* units;
			yield null;
		},
	};
	models.set(language, model);
	return language;
}

/** What a language model is made of, for writing it down. */
export function modelOf(language: LanguageModel): NgramModel {
	const found = models.get(language);
	if (found) return found;
	throw new MillraceError(
		'usage',
		'language model: expected one that trainLanguageModel or parseLanguageModel made, found another object.',
	);
}

const models = new WeakMap<LanguageModel, NgramModel>();
