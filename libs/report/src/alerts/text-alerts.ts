import {counted, percent, percentOf} from '../figures/amounts.ts';
import type {Alert} from '../report.ts';
import type {Unjudged} from './find-alerts.ts';
import {listed} from './listed.ts';

/** Shares of rows above which a thing is worth a warning. */
const [manyRepeated, manyShared] = [0.01, 0.01];

/** What the texts tell: empty ones, equal ones, and held-out ones that the training split knows. */
export const textAlerts = (report: Unjudged): readonly Alert[] => [
	...emptyAlerts(report),
	...repeatAlerts(report),
	...knownAlerts(report),
	...overlapAlerts(report),
];

const about = (scale: number): string => (scale > 1 ? 'about ' : '');

function emptyAlerts({text, roles}: Unjudged): readonly Alert[] {
	if (!text || text.empty === 0) return [];
	const message = `${counted(text.empty, 'row')} ${text.empty === 1 ? 'has' : 'have'} no text in ${roles.text ?? 'the text column'}.`;
	return [{level: 'warn', code: 'empty-text', section: 'lengths', message}];
}

function repeatAlerts({duplicates}: Unjudged): readonly Alert[] {
	if (!duplicates || duplicates.repeated <= duplicates.rows * manyRepeated) return [];
	const {scale, rows, repeated} = duplicates;
	return [
		{
			level: 'warn',
			code: 'duplicates',
			section: 'duplicates',
			message: `${about(scale)}${counted(repeated, 'row')} (${percentOf(repeated, rows)}) repeat the text of another; exactDedup() keeps one of each.`,
		},
	];
}

function knownAlerts({duplicates}: Unjudged): readonly Alert[] {
	if (!duplicates) return [];
	const known = duplicates.heldOut.filter((split) => split.known > 0);
	const others = duplicates.across.filter(({splits}) =>
		splits.every((split) => duplicates.heldOut.some((each) => each.split === split)),
	);
	return [
		...(known.length > 0
			? [
					{
						level: 'fail',
						code: 'duplicates-across-splits',
						section: 'duplicates',
						message: `Held-out texts are in the training split: ${listed(known.map((each) => `${about(duplicates.scale)}${counted(each.known, 'row')} of ${each.split} (${percentOf(each.known, each.rows)})`))}.`,
					} as const,
				]
			: []),
		...others.map(({splits: [a, b], texts}): Alert => ({
			level: 'warn',
			code: 'duplicates-across-splits',
			section: 'duplicates',
			message: `${about(duplicates.scale)}${counted(texts, 'text')} ${texts === 1 ? 'is' : 'are'} both in ${a} and in ${b}.`,
		})),
	];
}

function overlapAlerts({overlap}: Unjudged): readonly Alert[] {
	const longest = overlap?.sizes.at(-1);
	if (!overlap || !longest) return [];
	const shared = longest.splits.filter((split) => split.shared > split.rows * manyShared);
	if (shared.length === 0) return [];
	const rates = shared.map((split) => `${percent(split.shared / split.rows)} of ${split.split}`);
	return [
		{
			level: 'warn',
			code: 'held-out-overlap',
			section: 'leakage',
			message: `Held-out rows share runs of ${longest.words} words with ${overlap.training}: ${longest.scale > 1 ? 'at least ' : ''}${listed(rates)}.`,
		},
	];
}
