import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline';
import {argv} from 'node:process';
import {parseArgs} from 'node:util';
import {z} from 'zod';
import {evaluate} from './src/classifier/evaluate.ts';
import {trainClassifier} from './src/classifier/train-classifier.ts';
import {serializeClassifier} from './src/classifier/saved-classifier.ts';
import {serializeLanguageModel} from './src/language-model/saved-language-model.ts';
import {trainLanguageModel} from './src/language-model/train-language-model.ts';

/** A row of JSON Lines with a text; classification needs its label, folds by a group need that column. */
export type MeasuredRow = Readonly<Record<string, unknown>> & {readonly text: string};

/** Trains a classifier on rows, judges it on others, and says how well it does in lines of text. */
export async function measureClassifier(
	train: readonly MeasuredRow[],
	held: readonly MeasuredRow[],
): Promise<readonly string[]> {
	const before = process.cpuUsage().user;
	const classifier = await trainClassifier(train.map(exampleOf));
	const seconds = (process.cpuUsage().user - before) / 1e6;
	const {accuracy, interval, majority, macroF1, mcc, ece, brier, logLoss} = await evaluate(
		classifier,
		held.map(exampleOf),
	);
	const figures = {accuracy, majority: majority?.accuracy ?? null, macroF1, mcc, ece, brier, logLoss};
	return [
		`${train.length} rows trained in ${seconds.toFixed(1)} s, ${held.length} judged, ${classifier.labels.length} labels, ${serializeClassifier(classifier).length} bytes saved`,
		...Object.entries(figures).map(([name, value]) => `${name} ${shown(value)}`),
		`interval ${interval?.map(shown).join(' to ') ?? 'none'}`,
	];
}

/** The accuracy over five folds in which the rows of a group stay together. */
export async function measureFolds(rows: readonly MeasuredRow[], by: string): Promise<readonly string[]> {
	const folds = foldsOf(rows.map((row) => String(row[by])));
	let [right, usual] = [0, 0];
	for (let fold = 0; fold < FOLDS; fold++) {
		const held = rows.filter((_, row) => folds[row] === fold);
		const classifier = await trainClassifier(rows.filter((_, row) => folds[row] !== fold).map(exampleOf));
		const {accuracy, majority} = await evaluate(classifier, held.map(exampleOf));
		right += (accuracy ?? 0) * held.length;
		usual += (majority?.accuracy ?? 0) * held.length;
	}
	return [
		`${rows.length} rows in ${FOLDS} folds by ${by}`,
		`accuracy ${shown(right / rows.length)}`,
		`majority ${shown(usual / rows.length)}`,
	];
}

/** Trains language models of several kinds on texts and scores others. */
export async function measureLanguageModels(
	train: readonly MeasuredRow[],
	held: readonly MeasuredRow[],
): Promise<readonly string[]> {
	const lines: string[] = [];
	for (const options of [{}, {order: 4}, {minCount: 2}, {unit: 'character'}] as const) {
		const before = process.cpuUsage().user;
		const model = await trainLanguageModel(
			train.map(({text}) => text),
			options,
		);
		const seconds = (process.cpuUsage().user - before) / 1e6;
		let [bits, spelled, units, bytes] = [0, 0, 0, 0];
		for (const {text} of held) {
			const score = model.score(text);
			bits += score.bits;
			units += score.units;
			bytes += Buffer.byteLength(text);
			spelled += score.bitsPerByte * Math.max(1, Buffer.byteLength(text));
		}
		const ngrams = model.training.ngrams.reduce((sum, count) => sum + count, 0);
		lines.push(
			`${JSON.stringify(options)} ${ngrams} n-grams in ${seconds.toFixed(1)} s, perplexity ${shown(2 ** (bits / units))}, bits a byte ${shown(spelled / bytes)}, ${serializeLanguageModel(model).length} bytes saved`,
		);
	}
	return lines;
}

const FOLDS = 5;
const shown = (value: number | null): string => (value === null ? 'none' : value.toFixed(3));
const exampleOf = ({text, label}: MeasuredRow): {text: string; label: string} => ({
	text,
	label: String(label),
});

/** The largest groups first, each to the fold with the fewest rows. */
function foldsOf(groups: readonly string[]): readonly number[] {
	const sizes = new Map<string, number>();
	for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	const load = new Array<number>(FOLDS).fill(0);
	const folds = new Map<string, number>();
	for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
		const fold = load.indexOf(Math.min(...load));
		folds.set(group, fold);
		load[fold] = (load[fold] ?? 0) + size;
	}
	return groups.map((group) => folds.get(group) ?? 0);
}

const rowShape = z.looseObject({text: z.string()});

async function rowsOf(path: string): Promise<readonly MeasuredRow[]> {
	const rows: MeasuredRow[] = [];
	for await (const line of createInterface({input: createReadStream(path)}))
		if (line.trim() !== '') rows.push(rowShape.parse(JSON.parse(line)));
	return rows;
}

if (argv[1] === import.meta.filename) {
	const {values, positionals} = parseArgs({
		allowPositionals: true,
		options: {by: {type: 'string'}, language: {type: 'boolean', default: false}},
	});
	const [train = [], held = []] = await Promise.all(positionals.map(rowsOf));
	const lines =
		values.by !== undefined
			? await measureFolds(train, values.by)
			: values.language
				? await measureLanguageModels(train, held)
				: await measureClassifier(train, held);
	for (const line of lines) console.log(line);
}
