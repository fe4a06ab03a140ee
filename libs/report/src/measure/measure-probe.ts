import {
	evaluate,
	serializeClassifier,
	trainClassifier,
	type Classifier,
	type Example,
} from '@millrace/probes';
import {smallest, type Smallest} from '../figures/smallest.ts';
import type {Categories} from '../figures/categories.ts';
import type {ProbeFigures} from '../report.ts';
import {ownText} from './excerpt.ts';

/** Gathers labelled texts and trains a classifier on them. */
export interface ProbeRows {
	/** `id` decides which rows are taken where there are more than needed. */
	add(split: string, id: string, text: string, label: string): void;
	/** Trains on one split and judges on the others; `text` is the classifier to save. */
	measure(labels: Categories, signal?: AbortSignal): Promise<Probe>;
}

export interface Probe {
	readonly figures: Omit<ProbeFigures, 'object'>;
	readonly classifier: string | null;
}

/** Rows that a probe is trained on and judged on at most, for each split. */
const mostRows = 10_000;
/** Characters that a probe reads at most of a text, and of all, which bounds its memory; in UTF-16 units. */
const [longestText, mostText] = [2000, 6_000_000];
const mostLabels = 200;

/** Makes an empty set of rows; `training` is the split to train on. */
export function probeRows(training: string | undefined): ProbeRows {
	const splits = new Map<string, {of: number; rows: Smallest<Example>}>();
	return {
		add(split, id, text, label) {
			let own = splits.get(split);
			if (!own) splits.set(split, (own = {of: 0, rows: smallest(mostRows)}));
			own.of++;
			if (own.rows.wants(id)) own.rows.add(id, {text: ownText(text.slice(0, longestText)), label});
		},
		async measure(labels, signal) {
			const own = splits.get(training ?? '');
			const obstacle = obstacleOf(labels, own?.rows.items() ?? [], training);
			if (!own || training === undefined || obstacle !== undefined)
				return none(obstacle ?? 'There is no training split.');
			const rows = own.rows.items();
			const longest = Math.min(longestText, Math.floor(mostText / rows.length));
			const classifier = await trainClassifier(rows, {longest, ...(signal ? {signal} : {})});
			const evaluations: ProbeFigures['evaluations'][number][] = [];
			for (const [split, {of, rows: heldOut}] of [...splits].sort(([a], [b]) => (a < b ? -1 : 1))) {
				if (split === training) continue;
				evaluations.push({split, of, figures: await evaluate(classifier, heldOut.items())});
			}
			const notices = [
				...classifier.training.notices,
				...(evaluations.length === 0 ? ['There is no held-out split to judge on.'] : []),
			];
			return {
				figures: {training: {split: training, rows: rows.length, of: own.of}, evaluations, notices},
				classifier: saved(classifier),
			};
		},
	};
}

const none = (notice: string): Probe => ({
	figures: {training: null, evaluations: [], notices: [notice]},
	classifier: null,
});

const saved = (classifier: Classifier): string => serializeClassifier(classifier);

/** Why no classifier can be trained; undefined where one can. */
function obstacleOf(
	{distinct, exact}: Categories,
	rows: readonly Example[],
	training: string | undefined,
): string | undefined {
	if (!exact || distinct > mostLabels)
		return `The label has ${exact ? '' : 'more than '}${distinct} values; a probe is trained on at most ${mostLabels}.`;
	if (rows.length === 0) return `No row of ${training ?? 'a training split'} has both a text and a label.`;
	const [first] = rows;
	if (rows.every(({label}) => label === first?.label))
		return `All rows of ${training ?? 'the training split'} bear the same label, so there is nothing to learn.`;
	return undefined;
}
