import {
	evaluate,
	parseClassifier,
	parseLanguageModel,
	serializeClassifier,
	serializeLanguageModel,
	trainClassifier,
	trainLanguageModel,
	type LanguageModel,
} from '@millrace/probes';
import {countsOf} from '../shards/choose-labels.ts';
import type {ProbeRecipe} from './probe-recipe.ts';
import type {ProbeRow} from './probe-rows.ts';

/** A probe after one fit: what it is worth on held-out rows, and how it is kept. */
export interface FittedProbe {
	readonly metrics: Readonly<Record<string, number>>;
	/** Tokens that were learned from: words of a classifier, bytes of a language model. */
	readonly tokens: number;
	readonly file: string;
	readonly text: string;
}

/** How a kind of probe learns. */
export interface ProbeLearner {
	/** What is known before anything is learned: the most frequent class, or equal chances. */
	before(): Readonly<Record<string, number>>;
	fit(rows: readonly ProbeRow[], signal: AbortSignal): Promise<FittedProbe>;
	/** Judges a probe that was kept. */
	judge(text: string): Promise<Readonly<Record<string, number>>>;
	/** What is kept beside the last probe, by file name. */
	report(text: string): Promise<Readonly<Record<string, string>>>;
}

/** The learner of a recipe: a linear text classifier, or an n-gram language model over bytes. */
export const probeLearner = (
	recipe: ProbeRecipe,
	train: readonly ProbeRow[],
	heldOut: readonly ProbeRow[],
): ProbeLearner =>
	recipe.objective === 'classification' ? classifier(recipe, train, heldOut) : language(recipe, heldOut);

function classifier(
	{seed}: ProbeRecipe,
	train: readonly ProbeRow[],
	heldOut: readonly ProbeRow[],
): ProbeLearner {
	const counts = countsOf(train.map(({label}) => label));
	const [frequent] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? [''];
	const majority = heldOut.filter(({label}) => label === frequent).length / heldOut.length;
	const judged = async (text: string): Promise<Readonly<Record<string, number>>> => {
		const {accuracy, interval, macroF1, logLoss, ece} = await evaluate(parseClassifier(text), heldOut);
		return numbers({
			loss: logLoss,
			accuracy,
			accuracyLow: interval?.[0],
			accuracyHigh: interval?.[1],
			majority,
			macroF1,
			ece,
			rows: heldOut.length,
		});
	};
	return {
		before() {
			const smooth = (label: string): number =>
				((counts.get(label) ?? 0) + 1) / (train.length + counts.size + 1);
			const loss = mean(heldOut.map(({label}) => -Math.log(smooth(label))));
			return {loss, accuracy: majority, majority, rows: heldOut.length};
		},
		async fit(rows, signal) {
			const text = serializeClassifier(await trainClassifier(rows, {seed, signal}));
			const tokens = rows.reduce((sum, row) => sum + (row.text.match(/\S+/g)?.length ?? 0), 0);
			return {metrics: await judged(text), tokens, file: 'classifier.json', text};
		},
		judge: judged,
		async report(text) {
			const found = await evaluate(parseClassifier(text), heldOut);
			return {'evaluation.json': `${JSON.stringify(found, undefined, '\t')}\n`};
		},
	};
}

function language({heldOut: most}: ProbeRecipe, heldOut: readonly ProbeRow[]): ProbeLearner {
	const texts = heldOut.slice(0, most ?? heldOut.length).map(({text}) => text.slice(0, longest));
	const judged = (model: LanguageModel): Readonly<Record<string, number>> => {
		let [bits, bytes] = [0, 0];
		for (const text of texts) {
			bits += model.score(text).bits;
			bytes += Math.max(1, Buffer.byteLength(text));
		}
		const bitsPerByte = bits / bytes;
		return {loss: bitsPerByte * Math.LN2, bitsPerByte, perplexity: 2 ** bitsPerByte, rows: texts.length};
	};
	return {
		before: () => ({loss: 8 * Math.LN2, bitsPerByte: 8, perplexity: 256, rows: texts.length}),
		async fit(rows, signal) {
			const model = await trainLanguageModel(
				rows.map(({text}) => text),
				{unit: 'byte', order: 5, signal},
			);
			const tokens = rows.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0);
			return {
				metrics: judged(model),
				tokens,
				file: 'language-model.json',
				text: serializeLanguageModel(model),
			};
		},
		judge: async (text) => Promise.resolve(judged(parseLanguageModel(text))),
		report: async () => Promise.resolve({}),
	};
}

/** Characters of a held-out text that are judged, so that one long document does not decide. */
const longest = 20_000;

const numbers = (
	given: Readonly<Record<string, number | null | undefined>>,
): Readonly<Record<string, number>> =>
	Object.fromEntries(
		Object.entries(given).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
	);

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
