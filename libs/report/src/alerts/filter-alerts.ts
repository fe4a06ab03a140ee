import {count, counted, percent} from '../figures/amounts.ts';
import type {Alert, RuleBound, StageFigures} from '../report.ts';
import type {Unjudged} from './find-alerts.ts';
import {listed} from './listed.ts';

/** A stage that drops more than this share of its rows is worth a look; more than the second, a warning. */
const [manyDropped, mostDropped] = [0.5, 0.9];
/** A rule that alone drops more than this share of the rows of its stage. */
const nearlyAlways = 0.95;
/** Rows from which a rule that never fires is worth a look: of fewer, none may have met it by chance. */
const sensibleRows = 1000;

/** Filters and rules that never fire, or always. */
export const filterAlerts = (report: Unjudged): readonly Alert[] => [
	...report.funnel.flatMap((stage) => dropAlerts(stage)),
	...report.funnel.flatMap((stage) => (stage.rules ? idleRules(stage, stage.rules, report) : [])),
	...neverFires(report),
];

const rowsSeen = ({in: entered, generated}: StageFigures): number => entered + generated;

function dropAlerts(figures: StageFigures): readonly Alert[] {
	const {stage, dropped} = figures;
	const all = rowsSeen(figures);
	const rows = dropped.reduce((sum, drop) => sum + drop.rows, 0);
	if (all === 0 || rows < all * manyDropped) return [];
	const message = `Stage ${stage} drops ${percent(rows / all)} of its rows: ${listed(dropped.map((drop) => `${drop.reason} ${count(drop.rows)}`))}.`;
	if (rows === all) return [{level: 'fail', code: 'filter-always-fires', section: 'funnel', message}];
	const rule = dropped.find((drop) => drop.rows > all * nearlyAlways);
	return [
		{
			level: rows >= all * mostDropped ? 'warn' : 'info',
			code: rule ? 'rule-fires-nearly-always' : 'filter-drops-many',
			section: 'funnel',
			message: rule
				? `Rule ${rule.reason} of stage ${stage} drops ${percent(rule.rows / all)} of the rows${boundsOf(figures, rule.reason)}.`
				: message,
		},
	];
}

/** The bounds of the rules with a reason: ` (min: < 20)`. */
function boundsOf({rules = []}: StageFigures, reason: string): string {
	const bounds = rules
		.filter((rule) => rule.reason === reason && rule.threshold !== null)
		.map(({option, dropIf, threshold}) => `${option}: ${dropIf} ${threshold ?? ''}`);
	return bounds.length > 0 ? ` (${bounds.join(', ')})` : '';
}

/** Rules that are on and dropped no row of a stage that saw many. */
function idleRules(
	figures: StageFigures,
	rules: readonly RuleBound[],
	{difference}: Unjudged,
): readonly Alert[] {
	const {stage, dropped} = figures;
	const fired = new Set(dropped.filter(({rows}) => rows > 0).map(({reason}) => reason));
	const before = new Set(
		(difference?.drops ?? [])
			.filter((drop) => drop.stage === stage && drop.before > 0)
			.map(({value}) => value),
	);
	const on = [...new Set(rules.filter(({threshold}) => threshold !== null).map(({reason}) => reason))];
	const idle = on.filter((reason) => !fired.has(reason));
	const stopped = idle.filter((reason) => before.has(reason));
	const never = rowsSeen(figures) < sensibleRows ? [] : idle.filter((reason) => !before.has(reason));
	const saw = `the ${counted(rowsSeen(figures), 'row')} that the stage saw`;
	const named = (reasons: readonly string[]): string =>
		listed(reasons.map((reason) => `${reason}${boundsOf(figures, reason)}`));
	return [
		...(stopped.length > 0
			? [
					{
						level: 'warn',
						code: 'rule-never-fires',
						section: 'funnel',
						message: `Stage ${stage} dropped rows of the version before by ${named(stopped)}, and none of ${saw} now.`,
					} as const,
				]
			: []),
		...(never.length > 0
			? [
					{
						level: 'info',
						code: 'rule-never-fires',
						section: 'funnel',
						message: `${counted(never.length, 'rule')} of stage ${stage} never fired on ${saw}: ${named(never)}.`,
					} as const,
				]
			: []),
	];
}

/** Stages without rules that are there to drop: by their names, or because the version before tells so. */
const filters = /^(?:length|required|filter|quality|[a-z-]*(?:dedup|filter))(?:#\d+)?$/;

function neverFires({funnel, difference}: Unjudged): readonly Alert[] {
	const before = new Set((difference?.drops ?? []).filter((drop) => drop.before > 0).map(({stage}) => stage));
	return funnel
		.filter((figures) => !figures.rules && rowsSeen(figures) > 0 && figures.dropped.length === 0)
		.flatMap((figures): readonly Alert[] => {
			const {stage} = figures;
			const common = {code: 'filter-never-fires', section: 'funnel'} as const;
			const saw = `of the ${counted(rowsSeen(figures), 'row')} that it saw`;
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
