import {canonicalJson, MillraceError} from '@millrace/core';
import {z} from 'zod';
import {base64, bytesField} from '../saved/bytes-field.ts';
import {floatBytes, floatsOf} from '../saved/float-bytes.ts';
import {readSaved} from '../saved/read-saved.ts';
import {numbersOf, varintsOf} from '../saved/varints.ts';
import type {Classifier} from './classifier.ts';
import {classifierOf, partsOf} from './classifier-of.ts';

/** Writes a classifier as one JSON object, equal bytes for equal classifiers. */
export function serializeClassifier(classifier: Classifier): string {
	const {model, features} = partsOf(classifier);
	const {labels, settings, buckets, idf, weights, scales, temperature} = model;
	return `${canonicalJson({
		format: FORMAT,
		version: VERSION,
		labels,
		settings: {...settings},
		temperature,
		training: {
			...classifier.training,
			calibration: classifier.training.calibration && {...classifier.training.calibration},
		},
		topFeatures: features.map((list) => list.map(({feature, weight}) => ({feature, weight}))),
		buckets: base64(varintsOf(buckets.map((bucket, index) => bucket - (buckets[index - 1] ?? 0)))),
		idf: base64(floatBytes(idf)),
		scales: base64(floatBytes(scales)),
		weights: base64(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength)),
	})}\n`;
}

/** Reads what `serializeClassifier` wrote. Throws a MillraceError `corrupt` that names every fault. */
export function parseClassifier(text: string): Classifier {
	const saved = readSaved(text, {name: NAME, format: FORMAT, version: VERSION, shape: SHAPE});
	const {labels, settings, temperature, training, topFeatures} = saved;
	const buckets = bucketsOf(saved.buckets, settings.bits);
	const idf = floatsOf(saved.idf);
	const scales = floatsOf(saved.scales);
	const weights = new Int8Array(saved.weights);
	const expect = (what: string, expected: number, found: number): void => {
		if (found !== expected)
			throw new MillraceError(
				'corrupt',
				`${NAME}: expected ${expected} ${what}, found ${found}. Train it again.`,
			);
	};
	expect('distinct labels', labels.length, new Set(labels).size);
	expect('scales', labels.length, scales.length);
	expect('counts', labels.length, training.counts.length);
	expect('lists of top features', labels.length, topFeatures.length);
	expect('factors', buckets.length * 4, saved.idf.length);
	expect('weights', (buckets.length + 1) * labels.length, weights.length);
	if (![...idf, ...scales].every(Number.isFinite)) {
		throw new MillraceError(
			'corrupt',
			`${NAME}: expected finite factors and scales, found others. Train it again.`,
		);
	}
	return classifierOf({labels, settings, buckets, idf, weights, scales, temperature}, training, topFeatures);
}

function bucketsOf(bytes: Uint8Array, bits: number): Int32Array {
	const deltas = numbersOf(bytes);
	const buckets = new Int32Array(deltas?.length ?? 0);
	let at = 0;
	for (const [index, delta] of deltas?.entries() ?? []) {
		at += delta;
		buckets[index] = at;
		if (at >= 2 ** bits || (delta === 0 && index > 0)) {
			throw new MillraceError(
				'corrupt',
				`${NAME}: expected buckets that ascend below ${2 ** bits}, found ${at} at place ${index}. Train it again.`,
			);
		}
	}
	if (!deltas)
		throw new MillraceError(
			'corrupt',
			`${NAME}: expected whole numbers in buckets, found a cut one. Train it again.`,
		);
	return buckets;
}

const NAME = 'saved classifier';
const FORMAT = 'millrace-classifier';
const VERSION = 1;
const count = z.int().min(0);
const share = z.number();
const SHAPE = z.strictObject({
	format: z.literal(FORMAT),
	version: z.literal(VERSION),
	labels: z.array(z.string()).min(1),
	settings: z.strictObject({
		bits: z.int().min(1).max(24),
		words: z.int().min(1).max(5),
		characters: z.tuple([count, count]),
		longest: z.int().min(1),
	}),
	temperature: z.number().positive(),
	training: z.strictObject({
		rows: count,
		counts: z.array(count),
		features: count,
		strength: z.number().positive(),
		temperature: z.number().positive(),
		calibration: z
			.strictObject({
				rows: count,
				accuracy: share,
				eceBefore: share,
				ece: share,
				brierBefore: share,
				brier: share,
			})
			.nullable(),
		notices: z.array(z.string()),
	}),
	topFeatures: z.array(z.array(z.strictObject({feature: z.string(), weight: z.number()}))),
	buckets: bytesField,
	idf: bytesField,
	scales: bytesField,
	weights: bytesField,
});
