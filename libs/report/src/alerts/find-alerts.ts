import {counted} from '../figures/amounts.ts';
import type {Alert, AlertLevel, Report} from '../report.ts';
import {changeAlerts} from './change-alerts.ts';
import {labelAlerts} from './label-alerts.ts';
import {rowAlerts} from './row-alerts.ts';
import {textAlerts} from './text-alerts.ts';

/** A report before it is judged. */
export type Unjudged = Omit<Report, 'alerts' | 'verdict'>;

const order: readonly AlertLevel[] = ['fail', 'warn', 'info'];

/** What a person should look at, the gravest first. */
export const findAlerts = (report: Unjudged): readonly Alert[] =>
	[...rowAlerts(report), ...textAlerts(report), ...labelAlerts(report), ...changeAlerts(report)].sort(
		(a, b) => order.indexOf(a.level) - order.indexOf(b.level),
	);

/** The sentence that stands above a report. */
export function verdictOf(alerts: readonly Alert[]): Report['verdict'] {
	const of = (level: AlertLevel): number => alerts.filter((alert) => alert.level === level).length;
	const [faults, warnings, notes] = [of('fail'), of('warn'), of('info')];
	const said = [
		...(faults > 0 ? [counted(faults, 'fault')] : []),
		...(warnings > 0 ? [counted(warnings, 'warning')] : []),
		...(notes > 0 ? [counted(notes, 'note')] : []),
	].join(', ');
	if (faults > 0) return {level: 'fail', sentence: `Look before you train: ${said}.`};
	if (warnings > 0) return {level: 'warn', sentence: `Worth a look: ${said}.`};
	if (notes > 0) return {level: 'info', sentence: `Nothing is wrong; ${said} to know.`};
	return {level: 'pass', sentence: 'Nothing to look at.'};
}
