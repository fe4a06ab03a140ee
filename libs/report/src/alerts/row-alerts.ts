import {counted, percentOf} from '../figures/amounts.ts';
import type {Alert} from '../report.ts';
import {filterAlerts} from './filter-alerts.ts';
import type {Unjudged} from './find-alerts.ts';
import {listed} from './listed.ts';

const allowedQuarantined = 0.001;

/** What the accounts tell: filters that never or always fire, quarantine, splits that are empty or missing. */
export const rowAlerts = (report: Unjudged): readonly Alert[] => [
	...filterAlerts(report),
	...quarantineAlerts(report),
	...splitAlerts(report),
	...groupAlerts(report),
];

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
