import type {Random} from '@millrace/core';
import type {ClassifierTraining, LabelFeature} from './classifier.ts';
import {calibrationFigures} from './calibration-figures.ts';
import {fitSoftmax, type SoftmaxFit} from './fit-softmax.ts';
import type {GatheredExamples, GatherSettings} from './gather-examples.ts';
import {heldOutFolds} from './held-out-folds.ts';
import type {LinearModel} from './linear-model.ts';
import {quantizeWeights} from './quantize-weights.ts';
import {rowLogits} from './row-logits.ts';
import {fitTemperature, meanLoss} from './temperature.ts';
import type {FeatureSettings} from './text-features.ts';
import {trainingNotices} from './training-notices.ts';
import {weighRows} from './weigh-rows.ts';
import {wordFeatures} from './word-features.ts';

/** Chooses the strength and the temperature on rows that were held out, then fits all rows. */
export function fitLinearModel(
	gathered: GatheredExamples,
	{settings, strengths, calibrate, minRows, mostFeatures, random, signal, onProgress}: FitSettings,
): {
	readonly model: LinearModel;
	readonly training: ClassifierTraining;
	readonly features: readonly (readonly LabelFeature[])[];
} {
	const {labels, targets, rows} = gathered;
	const classes = labels.length;
	const {weighed, buckets, idf} = weighRows(gathered, minRows, mostFeatures);
	const width = buckets.length;
	const folds = calibrate && classes > 1 ? heldOutFolds(targets, classes, random('folds')) : [];
	let strength = strengths[0] ?? 1;
	let temperature = 1;
	let calibration: ClassifierTraining['calibration'] = null;
	let best = Infinity;
	const heldOut = Int32Array.from(folds.flatMap(({held}) => [...held]));
	const truth = Int32Array.from(heldOut, (row) => targets[row] ?? 0);
	let start: SoftmaxFit | undefined;
	for (const candidate of heldOut.length > 0 ? strengths : []) {
		const logits = new Float64Array(heldOut.length * classes);
		let at = 0;
		let first: SoftmaxFit | undefined;
		for (const [fold, {kept, held}] of folds.entries()) {
			signal?.throwIfAborted();
			onProgress?.({step: `trying strength ${candidate}`, rows});
			const fit = fitSoftmax(weighed, targets, kept, {
				classes,
				width,
				strength: candidate,
				random: random(`fit ${fold}`),
			});
			first ??= fit;
			logits.set(rowLogits(weighed, held, fit.weights, width, classes), at);
			at += held.length * classes;
		}
		const warmth = fitTemperature(logits, truth, classes);
		const loss = meanLoss(logits, truth, classes, warmth);
		if (loss >= best) break;
		start = first;
		best = loss;
		strength = candidate;
		temperature = warmth;
		calibration = calibrationFigures(logits, truth, classes, warmth);
	}
	signal?.throwIfAborted();
	onProgress?.({step: 'fitting all rows', rows});
	const all = Int32Array.from({length: rows}, (_, row) => row);
	const {weights} = fitSoftmax(weighed, targets, all, {
		classes,
		width,
		strength,
		tolerance: 0.001,
		from: start,
		random: random('fit all'),
	});
	const model = {labels, settings, temperature, ...quantizeWeights(weights, buckets, idf, classes)};
	const counts = new Array<number>(classes).fill(0);
	for (const target of targets) counts[target] = (counts[target] ?? 0) + 1;
	return {
		model,
		training: {
			rows,
			counts,
			features: model.buckets.length,
			strength,
			temperature,
			calibration,
			notices: trainingNotices(labels, counts, heldOut.length),
		},
		features: wordFeatures(model, gathered.names),
	};
}

export interface FitSettings extends GatherSettings {
	readonly settings: FeatureSettings;
	readonly strengths: readonly number[];
	/** Whether to hold rows out; without, the first strength is taken and scores are as the fit gives them. */
	readonly calibrate: boolean;
	readonly minRows: number;
	readonly mostFeatures: number;
	/** The random choices of one part of the work. */
	readonly random: (part: string) => Random;
}
