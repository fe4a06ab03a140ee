import {count, percent, percentOf} from '../figures/amounts.ts';
import type {Alert, Section, Shift} from '../report.ts';
import type {Unjudged} from './find-alerts.ts';
import {listed} from './listed.ts';

/** A distance from which a distribution is said to have moved, and from which it is a fault. */
export const [movedDistance, farDistance] = [0.1, 0.2];
/** Shares of rows lost since the version before. */
const [someLost, manyLost] = [0.05, 0.2];
const grown = 0.5;
const dropChange = 0.1;

/** What changed since the version before that a person should know. */
export function changeAlerts({difference, splits}: Unjudged): readonly Alert[] {
	if (!difference) return [];
	const {version, columns, shifts, drops} = difference;
	const alert = (level: Alert['level'], code: string, message: string): Alert => ({
		level,
		code,
		section: 'difference',
		message,
	});
	const before = difference.splits.reduce((sum, split) => sum + split.before, 0);
	const now = splits.reduce((sum, {rows}) => sum + rows, 0);
	const rows = `${count(now)} rows, where version ${version} had ${count(before)}`;
	const lost = before - now;
	return [
		...(lost > before * someLost
			? [
					alert(
						lost > before * manyLost ? 'fail' : 'warn',
						'rows-fell',
						`There are ${rows}: ${percentOf(lost, before)} fewer.`,
					),
				]
			: []),
		...(now - before > before * grown && before > 0
			? [alert('info', 'rows-grew', `There are ${rows}: ${percentOf(now - before, before)} more.`)]
			: []),
		...(columns.removed.length > 0
			? [alert('fail', 'columns-removed', `Columns are gone: ${listed(columns.removed)}.`)]
			: []),
		...(columns.changed.length > 0
			? [
					alert(
						'fail',
						'columns-changed',
						`Columns have another type: ${listed(columns.changed.map((each) => `${each.name} was ${each.before}, is ${each.now}`))}.`,
					),
				]
			: []),
		...(columns.added.length > 0
			? [alert('info', 'columns-added', `New columns: ${listed(columns.added)}.`)]
			: []),
		...shifts.flatMap(shiftAlert),
		...drops
			.filter((drop) => Math.abs(drop.now - drop.before) >= dropChange)
			.map(({stage, value, before: was, now: is}) =>
				alert(
					'warn',
					'drops-changed',
					`Stage ${stage} dropped ${percent(was)} of its rows as ${value} and drops ${percent(is)} now.`,
				),
			),
	];
}

const sections: Readonly<Record<Shift['of'], Section>> = {
	characters: 'lengths',
	tokens: 'lengths',
	labels: 'labels',
	languages: 'languages',
	splits: 'overview',
};

const subjects: Readonly<Record<Shift['of'], string>> = {
	characters: 'lengths in characters',
	tokens: 'lengths in tokens',
	labels: 'the balance of labels',
	languages: 'the mix of languages',
	splits: 'the shares of splits',
};

/** A distance that sampling alone may make is no news, however large. */
function shiftAlert({of, size, noise}: Shift): readonly Alert[] {
	if (size < movedDistance || size <= noise) return [];
	const far = size >= farDistance;
	return [
		{
			level: far ? 'fail' : 'warn',
			code: `${of}-moved`,
			section: sections[of],
			message: `Since the version before, ${subjects[of]} moved ${far ? 'far' : 'noticeably'}: distance ${size.toFixed(2)}, where sampling alone makes ${noise.toFixed(2)}.`,
		},
	];
}
