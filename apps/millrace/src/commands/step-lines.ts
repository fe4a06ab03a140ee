import type {PreviewLoss, PreviewRow, PreviewStep} from '@millrace/engine';
import {type Cell, count, counted, type Paint, shorten, table, visible, wrap} from '@millrace/terminal';
import stringWidth from 'string-width';
import {showValue} from '../terminal/show-value.ts';
import {reasonCounts} from './account-table.ts';

/** A step of a preview as lines: what became of the rows, the columns that it wrote, and the rows that left. */
export function stepLines(step: PreviewStep, width: number, paint: Paint): readonly string[] {
	const {kind, name = 'columns', rows, dropped, quarantined} = step;
	const columns = kind === 'reader' ? [...step.schema.keys()] : [...step.rewritten, ...step.added];
	const lines = [
		...(columns.length > 0 ? rowLines(rows, columns, kind === 'reader', width - indent.length, paint) : []),
		...lossLines({title: 'dropped', tone: 'warn', figure: 'score'}, dropped, width - indent.length, paint),
		...lossLines(
			{title: 'quarantined', tone: 'bad', figure: kind === 'reader' ? 'at' : 'score'},
			quarantined,
			width - indent.length,
			paint,
		),
	];
	return [
		...titleLines(visible(name), headline(step), width, paint),
		...lines.map((line) => `${indent}${line}`.trimEnd()),
	];
}

/** The name with what was done on one line, or on further ones where it does not fit. */
function titleLines(name: string, told: string, width: number, paint: Paint): readonly string[] {
	if (stringWidth(`${name}  ${told}`) <= width)
		return [`${paint('strong', name)}  ${paint('quiet', told)}`.trimEnd()];
	return [
		paint('strong', shorten(name, width)),
		...wrap(told, width - indent.length, 6).map((line) => `${indent}${paint('quiet', line)}`),
	];
}

const indent = '  ';

/** Rows that are laid out; more are counted. */
const mostRows = 20;

function headline({kind, account, added, rewritten, removed, renamed, rows}: PreviewStep): string {
	const told = [
		...(kind === 'reader' ? [counted(rows.length, 'row')] : []),
		...(account && kind !== 'reader' ? [`${count(account.in)} in, ${count(account.out)} out`] : []),
		...(account && Object.keys(account.dropped).length > 0
			? [`dropped ${reasonCounts(account.dropped)}`]
			: []),
		...(account && account.quarantined > 0 ? [`quarantined ${count(account.quarantined)}`] : []),
		...(kind !== 'reader' && added.length > 0 ? [`adds ${names(added)}`] : []),
		...(rewritten.length > 0 ? [`writes ${names(rewritten)}`] : []),
		...(removed.length > 0 ? [`leaves out ${names(removed)}`] : []),
		...renamed.map(([from, to]) => `renames ${visible(from)} to ${visible(to)}`),
		...(kind === 'barrier' ? ['saw these rows alone'] : []),
	];
	return told.join('; ');
}

const names = (columns: readonly string[]): string => columns.map(visible).join(', ');

function rowLines(
	rows: readonly PreviewRow[],
	columns: readonly string[],
	all: boolean,
	width: number,
	paint: Paint,
): readonly string[] {
	const cells = rows
		.slice(0, mostRows)
		.map(({label, values, changed}): readonly Cell[] => [
			{text: label, tone: 'quiet'},
			...columns.map((name): Cell =>
				all || changed.includes(name) ? showValue(values[name]) : {text: 'same', tone: 'quiet'},
			),
		]);
	return [
		...table([{title: '#'}, ...columns.map((name) => ({title: visible(name)}))], cells, width, paint),
		...more(rows.length, paint),
	];
}

interface LossStyle {
	readonly title: string;
	readonly tone: 'warn' | 'bad';
	/** What the figure beside the reason is. */
	readonly figure: string;
}

function lossLines(
	{title, tone, figure}: LossStyle,
	losses: readonly PreviewLoss[],
	width: number,
	paint: Paint,
): readonly string[] {
	if (losses.length === 0) return [];
	const scored = losses.some(({score}) => score !== undefined);
	const cells = losses
		.slice(0, mostRows)
		.map((loss): readonly Cell[] => [
			{text: loss.label ?? '', tone: 'quiet'},
			{text: reasonText(loss), tone},
			...(scored ? [loss.score === undefined ? '' : String(Number(loss.score.toPrecision(6)))] : []),
			{text: longestText(loss.row), tone: 'quiet'},
		]);
	const titles = [
		{title: '#'},
		{title, least: 16},
		...(scored ? [{title: figure, align: 'right'} as const] : []),
		{title: 'row'},
	];
	return [...table(titles, cells, width, paint), ...more(losses.length, paint)];
}

const more = (rows: number, paint: Paint): readonly string[] =>
	rows > mostRows ? [paint('quiet', `… and ${count(rows - mostRows)} more`)] : [];

/** The reason, and the row because of which: its label where it is one of those shown, else the beginning of its id. */
function reasonText({reason, because, becauseOf}: PreviewLoss): string {
	if (because === undefined) return visible(reason);
	return `${visible(reason)} of ${becauseOf ?? visible(because).slice(0, 8)}`;
}

/** The text by which people know a row again. */
function longestText(row: PreviewLoss['row']): string {
	const texts = Object.values(row).filter((value) => typeof value === 'string');
	return showValue(texts.sort((a, b) => b.length - a.length)[0] ?? '');
}
