import type {LabelFeature} from './classifier.ts';
import type {LinearModel} from './linear-model.ts';

/** For each label the named features that speak most for it; weights are of a feature's idf and less the mean label's. */
export function wordFeatures(
	{labels, buckets, idf, weights, scales}: LinearModel,
	names: ReadonlyMap<number, string>,
): readonly (readonly LabelFeature[])[] {
	const classes = labels.length;
	const found = labels.map((): LabelFeature[] => []);
	for (const [index, bucket] of buckets.entries()) {
		const feature = names.get(bucket);
		if (feature === undefined) continue;
		for (const [k, list] of found.entries()) {
			const weight = (weights[index * classes + k] ?? 0) * (scales[k] ?? 0) * (idf[index] ?? 0);
			if (weight > 0) list.push({feature, weight});
		}
	}
	return found.map((list) =>
		list
			.sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
			.slice(0, MOST)
			.map(({feature, weight}) => ({feature, weight: Number(weight.toPrecision(4))})),
	);
}

const MOST = 25;
