import {count, counted, percent, percentOf} from '../figures/amounts.ts';
import type {Alert, StageFigures} from '../report.ts';
import type {Unjudged} from './find-alerts.ts';
import {listed} from './listed.ts';

/** A stage that drops more than this share of its rows is worth a look; more than the second, a warning. */
const [manyDropped, mostDropped] = [0.5, 0.9];
const allowedQuarantined = 0.001;

/** What the accounts tell: filters that never or always fire, quarantine, splits that are empty or missing. */
export const rowAlerts = (report: Unjudged): readonly Alert[] => [
	...report.funnel.flatMap((stage) => dropAlerts(stage)),
	...neverFires(report),
	...quarantineAlerts(report),
	...splitAlerts(report),
	...groupAlerts(report),
];

function dropAlerts({stage, in: entered, generated, dropped}: StageFigures): readonly Alert[] {
	const all = entered + generated;
	const rows = dropped.reduce((sum, drop) => sum + drop.rows, 0);
	if (all === 0 || rows < all * manyDropped) return [];
	const message = `Stage ${stage} drops ${percent(rows / all)} of its rows: ${listed(dropped.map((drop) => `${drop.reason} ${count(drop.rows)}`))}.`;
	if (rows === all) return [{level: 'fail', code: 'filter-always-fires', section: 'funnel', message}];
	return [
		{
			level: rows >= all * mostDropped ? 'warn' : 'info',
			code: 'filter-drops-many',
			section: 'funnel',
			message,
		},
	];
}

/** Stages that are there to drop: by their names, or because the version before tells so. */
const filters = /^(?:length|required|filter|quality|[a-z-]*(?:dedup|filter))(?:#\d+)?$/;

function neverFires({funnel, difference}: Unjudged): readonly Alert[] {
	const before = new Set((difference?.drops ?? []).filter((drop) => drop.before > 0).map(({stage}) => stage));
	return funnel
		.filter(({in: entered, generated, dropped}) => entered + generated > 0 && dropped.length === 0)
		.flatMap(({stage, in: entered, generated}): readonly Alert[] => {
			const common = {code: 'filter-never-fires', section: 'funnel'} as const;
			const saw = `of the ${counted(entered + generated, 'row')} that it saw`;
			if (before.has(stage))
				return [
					{
						...common,
						level: 'warn',
						message: `Stage ${stage} dropped rows of the version before and drops none ${saw}.`,
					},
				];
			return filters.test(stage)
				? [{...common, level: 'info', message: `Stage ${stage} drops none ${saw}.`}]
				: [];
		});
}

function quarantineAlerts({quarantine, funnel, sources}: Unjudged): readonly Alert[] {
	if (quarantine.rows === 0) return [];
	const stages = funnel.filter((stage) => stage.quarantined > 0).map(({stage}) => stage);
	const much = quarantine.rows > sources.records * allowedQuarantined;
	return [
		{
			level: much ? 'fail' : 'warn',
			code: 'quarantine',
			section: 'quarantine',
			message: `${counted(quarantine.rows, 'row')} of ${counted(sources.records, 'record')} could not be processed (${percentOf(quarantine.rows, sources.records)}), at ${listed(stages)}.`,
		},
	];
}

function splitAlerts({splits, difference}: Unjudged): readonly Alert[] {
	const gone = (difference?.splits ?? []).filter(({before, now}) => before > 0 && now === 0);
	const empty = splits.filter(({rows}) => rows === 0).map(({split}) => split);
	const missing = [...new Set([...gone.map(({split}) => split), ...empty])];
	const [only] = splits;
	return [
		...missing.map((split): Alert => ({
			level: 'fail',
			code: 'split-empty',
			section: 'overview',
			message: `Split ${split} has no row${gone.some((each) => each.split === split) ? '; the version before had some' : ''}.`,
		})),
		...(splits.length === 1 && only
			? [
					{
						level: 'info',
						code: 'no-held-out-split',
						section: 'overview',
						message: `All rows are in split ${only.split}: nothing is held out to judge a model on.`,
					} as const,
				]
			: []),
		...(splits.length === 0
			? [{level: 'fail', code: 'no-rows', section: 'overview', message: 'The version has no rows.'} as const]
			: []),
	];
}

function groupAlerts({groups, roles}: Unjudged): readonly Alert[] {
	if (!groups || groups.straddling === 0) return [];
	return [
		{
			level: 'fail',
			code: 'groups-straddle-splits',
			section: 'leakage',
			message: `${counted(groups.straddling, 'value')} of ${roles.group ?? 'the group'} ${groups.straddling === 1 ? 'has' : 'have'} rows in more than one split; split by that column.`,
		},
	];
}
