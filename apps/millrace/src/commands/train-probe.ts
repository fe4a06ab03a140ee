import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';
import {MillraceError, sha256} from '@millrace/core';
import {
	evaluate,
	serializeClassifier,
	serializeLanguageModel,
	trainClassifier,
	trainLanguageModel,
	type Example,
} from '@millrace/probes';
import {byteSize, count, counted, type Output, shownPath, visible} from '@millrace/terminal';
import {showValue} from '../terminal/show-value.ts';
import {probeRows} from './probe-rows.ts';

export interface TrainProbeFlags {
	readonly to: string;
	readonly text: string;
	readonly label?: string;
	readonly heldOut: number;
	readonly split?: string;
	readonly version?: number;
	readonly out?: string;
	readonly json?: boolean;
}

/**
 * Trains a classifier of labelled rows, or a language model of texts where no label is named, on a part of them,
 * judges it on the others and saves it; equal rows in equal order give equal bytes. Returns the exit code.
 */
export async function trainProbeCommand(
	from: string,
	flags: TrainProbeFlags,
	output: Output,
): Promise<number> {
	const {label} = flags;
	const trained = await (label === undefined ? languageModel(from, flags) : classifier(from, label, flags));
	const path = resolve(flags.to);
	await mkdir(dirname(path), {recursive: true});
	await writeFile(path, trained.saved);
	const told = {
		type: 'result',
		outcome: 'trained',
		path,
		sha256: sha256(trained.saved),
		bytes: Buffer.byteLength(trained.saved),
		...trained.figures,
	};
	await output.lines(
		...(flags.json === true
			? [JSON.stringify(told)]
			: [...trained.lines, `Saved as ${visible(shownPath(path))}, ${byteSize(told.bytes)}.`]),
	);
	return 0;
}

interface Trained {
	readonly saved: string;
	readonly figures: Readonly<Record<string, unknown>>;
	readonly lines: readonly string[];
}

async function classifier(from: string, label: string, flags: TrainProbeFlags): Promise<Trained> {
	const examples = (heldOut: boolean): AsyncGenerator<Example> => examplesOf(from, label, flags, heldOut);
	const probe = await trainClassifier(examples(false));
	const judged = await evaluate(probe, examples(true));
	const {rows, labels} = {rows: probe.training.rows, labels: probe.labels.length};
	const {accuracy, interval, majority, macroF1, ece} = judged;
	return {
		saved: serializeClassifier(probe),
		figures: {kind: 'classifier', rows, labels: probe.labels, heldOut: judged},
		lines: [
			`Classifier of ${counted(labels, 'label')}, trained on ${counted(rows, 'row')}.`,
			judged.rows === 0
				? 'No row was held out, so nothing is known of how good it is.'
				: `On ${counted(judged.rows, 'row')} held out: accuracy ${shown(accuracy)} (95 % interval ${shown(interval?.[0])} to ${shown(interval?.[1])}); always saying ${visible(majority?.label ?? '')} gives ${shown(majority?.accuracy)}. Macro F1 ${shown(macroF1)}, calibration error ${shown(ece)}.`,
			...[...probe.training.notices, ...judged.notices].map(visible),
		],
	};
}

async function languageModel(from: string, flags: TrainProbeFlags): Promise<Trained> {
	const probe = await trainLanguageModel(textsOf(from, flags, false));
	let [texts, bits, units] = [0, 0, 0];
	for await (const text of textsOf(from, flags, true)) {
		const score = probe.score(text);
		[texts, bits, units] = [texts + 1, bits + score.bits, units + score.units];
	}
	const perplexity = units > 0 ? 2 ** (bits / units) : null;
	return {
		saved: serializeLanguageModel(probe),
		figures: {kind: 'language-model', rows: probe.training.texts, heldOut: {rows: texts, perplexity}},
		lines: [
			`Language model of ${count(probe.vocabulary)} words, trained on ${counted(probe.training.texts, 'text')}.`,
			perplexity === null
				? 'No text was held out, so nothing is known of how good it is.'
				: `On ${counted(texts, 'text')} held out: perplexity ${perplexity.toPrecision(4)}.`,
			...probe.training.notices.map(visible),
		],
	};
}

const shown = (value: number | null | undefined): string =>
	typeof value === 'number' ? value.toFixed(3) : '–';

async function* examplesOf(
	from: string,
	label: string,
	flags: TrainProbeFlags,
	heldOut: boolean,
): AsyncGenerator<Example> {
	for await (const row of probeRows(from, flags)) {
		const [text, value] = [row[flags.text], row[label]];
		// A row without a label teaches nothing.
		if (value === null || value === undefined) {
			if (!(label in row)) throw noColumn(from, label, row);
			continue;
		}
		if (typeof text !== 'string') throw noColumn(from, flags.text, row);
		if (isHeldOut(text, flags.heldOut) === heldOut) yield {text, label: showValue(value)};
	}
}

async function* textsOf(from: string, flags: TrainProbeFlags, heldOut: boolean): AsyncGenerator<string> {
	for await (const row of probeRows(from, flags)) {
		const text = row[flags.text];
		if (typeof text !== 'string') throw noColumn(from, flags.text, row);
		if (isHeldOut(text, flags.heldOut) === heldOut) yield text;
	}
}

/** By the content of the text, so that equal texts stand on one side. */
const isHeldOut = (text: string, share: number): boolean =>
	Number.parseInt(sha256(text).slice(0, 8), 16) / 2 ** 32 < share;

function noColumn(from: string, column: string, row: Readonly<Record<string, unknown>>): MillraceError {
	return new MillraceError(
		'schema',
		`${from}: expected a value in the column ${column} of every row, found one with ${Object.keys(row).join(', ') || 'no column'}; name others by --text and --label.`,
	);
}
