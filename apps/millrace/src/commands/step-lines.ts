import type {PreviewLoss, PreviewRow, PreviewStep} from '@millrace/engine';
import {count, counted} from '../terminal/amounts.ts';
import type {Paint} from '../terminal/paint.ts';
import {showValue} from '../terminal/show-value.ts';
import {table, type Cell} from '../terminal/table.ts';
import {visible} from '../terminal/visible.ts';
import {reasonCounts} from './account-table.ts';

/** Rows of a step that are laid out; more are counted. */
const mostRows = 20;

/** A step of a preview as lines: what became of the rows, the columns that it wrote, and the rows that left. */
export function stepLines(step: PreviewStep, width: number, paint: Paint): readonly string[] {
	const {name = 'columns', rows, dropped, quarantined} = step;
	const columns = step.kind === 'reader' ? [...step.schema.keys()] : [...step.rewritten, ...step.added];
	return [
		`${paint('strong', visible(name))}${paint('quiet', headline(step))}`,
		...(columns.length > 0 ? rowLines(rows, columns, step.kind === 'reader', width, paint) : []),
		...(dropped.length > 0 ? lossLines('dropped', dropped, width, paint) : []),
		...(quarantined.length > 0 ? lossLines('quarantined', quarantined, width, paint) : []),
	];
}

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
	return told.length === 0 ? '' : `  ${told.join('; ')}`;
}

const names = (columns: readonly string[]): string => columns.map((name) => visible(name)).join(', ');

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
	const lines = table(
		[{title: '#'}, ...columns.map((name) => ({title: visible(name)}))],
		cells,
		width - indent.length,
		paint,
	);
	const more =
		rows.length > mostRows
			? [paint('quiet', `… and ${counted(rows.length - mostRows, 'more row', 'more rows')}`)]
			: [];
	return [...lines, ...more].map((line) => `${indent}${line}`);
}

function lossLines(
	what: 'dropped' | 'quarantined',
	losses: readonly PreviewLoss[],
	width: number,
	paint: Paint,
): readonly string[] {
	const tone = what === 'dropped' ? 'warn' : 'bad';
	const scored = losses.some(({score}) => score !== undefined);
	const cells = losses
		.slice(0, mostRows)
		.map(({label = '', reason, score, because, row}): readonly Cell[] => [
			{text: label, tone: 'quiet'},
			{text: visible(because === undefined ? reason : `${reason} (${because})`), tone},
			...(scored ? [score === undefined ? '' : String(Number(score.toPrecision(6)))] : []),
			{text: longestText(row), tone: 'quiet'},
		]);
	const titles = [
		{title: '#'},
		{title: what, least: 16},
		...(scored ? [{title: 'score', align: 'right'} as const] : []),
		{title: 'row'},
	];
	const more =
		losses.length > mostRows ? [paint('quiet', `… and ${count(losses.length - mostRows)} more`)] : [];
	return [...table(titles, cells, width - indent.length, paint), ...more].map((line) => `${indent}${line}`);
}

/** The text by which people know a row again. */
function longestText(row: Readonly<Record<string, unknown>>): string {
	const texts = Object.values(row).filter((value) => typeof value === 'string');
	return showValue(texts.sort((a, b) => b.length - a.length)[0] ?? '');
}

const indent = '  ';
