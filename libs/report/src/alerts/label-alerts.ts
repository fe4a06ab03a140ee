import {count, counted, percent, percentOf} from '../figures/amounts.ts';
import type {CategoryCount} from '../figures/categories.ts';
import type {Alert} from '../report.ts';
import type {Unjudged} from './find-alerts.ts';
import {listed} from './listed.ts';

const dominant = 0.8;
/** An accuracy above is more often a label that stands in the text than a model that understood it. */
const suspicious = 0.995;

/** What labels and the probe tell: too few rows of a label, labels that training lacks, a label that text does not tell. */
export function labelAlerts(report: Unjudged): readonly Alert[] {
	const {labels} = report;
	if (!labels) return [];
	const alert = (level: Alert['level'], code: string, message: string): Alert => ({
		level,
		code,
		section: 'labels',
		message,
	});
	const names = (counts: readonly CategoryCount[]): string => listed(counts.map(({value}) => `“${value}”`));
	const [first] = labels.values;
	const once = labels.values.filter(({rows}) => rows === 1);
	const training = report.overlap?.training ?? report.probe?.training?.split;
	const untaught =
		training === undefined ? [] : labels.values.filter(({splits}) => (splits[training] ?? 0) === 0);
	return [
		...(labels.once > 0
			? [
					alert(
						'warn',
						'label-once',
						`${counted(labels.once, 'label')} ${labels.once === 1 ? 'occurs' : 'occur'} in one row only${once.length > 0 ? `: ${names(once)}` : ''}.`,
					),
				]
			: []),
		...(untaught.length > 0
			? [
					alert(
						'warn',
						'label-not-in-training',
						`${counted(untaught.length, 'label')} ${untaught.length === 1 ? 'has' : 'have'} no row in ${training ?? ''}: ${names(untaught)}.`,
					),
				]
			: []),
		...(labels.empty > 0
			? [
					alert(
						'warn',
						'label-missing',
						`${counted(labels.empty, 'row')} of ${count(labels.rows + labels.empty)} ${labels.empty === 1 ? 'has' : 'have'} no label.`,
					),
				]
			: []),
		...(labels.distinct === 1
			? [alert('warn', 'label-constant', 'All rows bear the same label: there is nothing to learn.')]
			: first && first.rows > labels.rows * dominant
				? [
						alert(
							'info',
							'label-dominates',
							`Label “${first.value}” has ${percentOf(first.rows, labels.rows)} of the rows; accuracy alone says little.`,
						),
					]
				: []),
		...probeAlerts(report),
	];
}

function probeAlerts({probe, difference}: Unjudged): readonly Alert[] {
	return (probe?.evaluations ?? []).flatMap(({split, figures}): readonly Alert[] => {
		const {accuracy, interval, majority} = figures;
		if (accuracy === null || interval === null) return [];
		const common = {section: 'probe', level: 'warn'} as const;
		const [low, high] = interval;
		const range = `${percent(accuracy)} (95 % interval ${percent(low)} to ${percent(high)})`;
		const before = difference?.probes.find((each) => each.split === split);
		const found: Alert[] = [];
		if (majority && low <= majority.accuracy)
			found.push({
				...common,
				code: 'probe-no-better',
				message: `On ${split} the probe reaches ${range}, no better than always saying “${majority.label}” (${percent(majority.accuracy)}): the text may not tell the label.`,
			});
		if (before && high < before.interval[0])
			found.push({
				...common,
				code: 'probe-fell',
				message: `On ${split} the probe fell from ${percent(before.before)} to ${range}.`,
			});
		if (low > suspicious)
			found.push({
				...common,
				level: 'info',
				code: 'probe-too-good',
				message: `On ${split} the probe reaches ${range}: look whether the label stands in the text.`,
			});
		return found;
	});
}
