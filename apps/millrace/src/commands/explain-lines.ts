import type {
	ColumnChange,
	ExplainedRow,
	ExplainedStep,
	Explanation,
	FoundRow,
	MadeRow,
} from '@millrace/engine';
import {count, counted, padTo, type Paint, visible, wrap} from '@millrace/terminal';
import stringWidth from 'string-width';
import {diffLines} from '../diff/diff-lines.ts';
import {wordDiff} from '@millrace/text';
import {showValue} from '../terminal/show-value.ts';
import {ruleLines} from './rule-lines.ts';

/** How an explanation is laid out. */
export interface ExplainLayout {
	readonly width: number;
	readonly paint: Paint;
	/** Lines of a value or a difference at most. */
	readonly most: number;
	/** The label of the row that was asked for. */
	readonly label?: string;
}

/** An explanation as lines: what became of the row, then every step that said or did something. */
export function explainLines(explanation: Explanation, layout: ExplainLayout): readonly string[] {
	const {name, version, row, label, steps, disagreements, because} = explanation;
	const {width, paint} = layout;
	const record = label?.split('.')[0];
	const from = `${visible(row.source)}${record === undefined ? '' : `, record ${record}`}`;
	return [
		...wrap(`${name} version ${version}, row ${row.id}`, width, 3).map((line) => paint('strong', line)),
		...wrap(`${fateOf(row)} From ${from}.`, width, 4).map((line) => paint(toneOf(row), line)),
		...disagreements.flatMap((said) => wrap(visible(said), width, 6).map((line) => paint('warn', line))),
		'',
		...(steps.length > 0
			? stepsLines(steps, {...layout, ...(label === undefined ? {} : {label})})
			: valueLines(
					Object.entries(row.values).map(([column, after]) => ({column, after})),
					layout,
				)),
		...(row.fate.kind === 'dropped' && row.fate.because !== undefined
			? ['', ...becauseLines(row.fate.because, because, layout)]
			: []),
	];
}

function fateOf({fate}: FoundRow): string {
	if (fate.kind === 'kept') return `Kept, in split ${visible(fate.split)}.`;
	if (fate.kind === 'quarantined') return `Quarantined at ${visible(fate.stage)}: ${visible(fate.error)}.`;
	return `Dropped at ${visible(fate.stage)} as ${reasonText(fate)}.`;
}

const toneOf = ({fate}: FoundRow) =>
	fate.kind === 'kept' ? 'good' : fate.kind === 'dropped' ? 'warn' : 'bad';

interface Reasoned {
	readonly reason: string;
	readonly score?: number;
	readonly because?: string;
}

const reasonText = ({reason, score, because}: Reasoned): string =>
	[
		visible(reason),
		...(because === undefined ? [] : [`of row ${visible(because).slice(0, 8)}`]),
		...(score === undefined ? [] : [`(${figure(score)})`]),
	].join(' ');

const figure = (score: number): string => String(Number(score.toPrecision(6)));

function becauseLines(
	id: string,
	found: FoundRow | undefined,
	{width, paint}: ExplainLayout,
): readonly string[] {
	const quiet = (text: string) => wrap(text, width, 3).map((line) => paint('quiet', line));
	if (!found) return quiet(`Row ${id} was kept instead; later stages made other rows of it.`);
	return [
		...quiet(`Row ${id.slice(0, 8)}, which was kept instead, from ${visible(found.source)}:`),
		...wrap(showValue(longestText(found.values)), width - 2, 3).map((line) => `  ${line}`),
	];
}

const longestText = (values: FoundRow['values']): unknown =>
	Object.values(values)
		.filter((value) => typeof value === 'string')
		.sort((a, b) => b.length - a.length)[0];

/** The steps; those that said and did nothing share a line. */
function stepsLines(steps: readonly ExplainedStep[], layout: ExplainLayout): readonly string[] {
	const lines: string[] = [];
	let silent: string[] = [];
	const flush = (): void => {
		if (silent.length > 0)
			lines.push(
				...wrap(`${silent.join(', ')}: nothing changed`, layout.width, 3).map((line) =>
					layout.paint('quiet', line),
				),
			);
		silent = [];
	};
	for (const step of steps) {
		if (saysNothing(step)) {
			silent.push(visible(step.name ?? 'columns'));
			continue;
		}
		flush();
		lines.push(...stepLines(step, layout));
	}
	flush();
	return lines;
}

const saysNothing = ({kind, rows, removed, renamed}: ExplainedStep): boolean =>
	kind !== 'reader' &&
	removed.length + renamed.length === 0 &&
	rows.every(
		({outcome, rules, made}) =>
			outcome.kind === 'kept' && rules.length === 0 && made.length === 1 && made[0]?.changes.length === 0,
	);

function stepLines(step: ExplainedStep, layout: ExplainLayout): readonly string[] {
	const {paint, width} = layout;
	const {rows, removed, renamed, kind, name = 'columns'} = step;
	const several = rows.length > 1;
	const inner = {...layout, width: width - indent.length};
	const columns = [
		...(removed.length > 0 ? [`leaves out ${removed.map(visible).join(', ')}`] : []),
		...renamed.map(([from, to]) => `renames ${visible(from)} to ${visible(to)}`),
	].join('; ');
	if (kind === 'columns') return wrap(`${name}  ${columns}`, width, 3).map((line) => paint('quiet', line));
	return rows.flatMap((row, index) => {
		const title = index === 0 ? visible(name) : '';
		const label = several ? paint('quiet', ` ${row.label}`) : '';
		const [head, tone] = headOf(step, row);
		const [first = '', ...more] = wrap(head, width - stringWidth(name) - 8, 4);
		return [
			`${paint('strong', title)}${label}${first === '' ? '' : `  ${paint(tone, first)}`}`,
			...more.map((line) => `${indent}${paint(tone, line)}`),
			...[...ruleLines(row.rules, inner.width, paint), ...madeLines(row, inner)].map(
				(line) => `${indent}${line}`,
			),
		];
	});
}

const indent = '  ';

function headOf({kind}: ExplainedStep, {outcome, made, rules, label}: ExplainedRow) {
	if (outcome.kind === 'quarantined') return [`quarantined: ${visible(outcome.error)}`, 'bad'] as const;
	if (outcome.kind === 'dropped') return [`dropped as ${reasonText(outcome)}`, 'warn'] as const;
	const [only] = made;
	if (made.length > 1 || (only && only.label !== label))
		return [`makes ${counted(made.length, 'row')} of it`, 'accent'] as const;
	if (kind === 'barrier') return ['kept, as the version decided', 'quiet'] as const;
	return [rules.length > 0 ? 'passes' : '', 'good'] as const;
}

/** Children that are listed; more are counted. */
const mostChildren = 12;

function madeLines({made}: ExplainedRow, layout: ExplainLayout): readonly string[] {
	const [only] = made;
	if (only && made.length === 1) return valueLines(only.changes, layout);
	const followed = made.find((child) => leadsTo(child, layout.label));
	const place = followed ? made.indexOf(followed) : 0;
	const first = Math.max(0, Math.min(place - mostChildren / 2, made.length - mostChildren));
	const shown = made.slice(first, first + mostChildren);
	return [
		...shown.flatMap((child) => childLine(child, child === followed, layout)),
		...(made.length > shown.length
			? [layout.paint('quiet', `  … and ${count(made.length - shown.length)} more`)]
			: []),
		...(followed ? valueLines(followed.changes, layout) : []),
	];
}

const leadsTo = ({label}: MadeRow, wanted: string | undefined): boolean =>
	wanted === label || wanted?.startsWith(`${label}.`) === true;

function childLine(
	{label, id, changes}: MadeRow,
	followed: boolean,
	{width, paint}: ExplainLayout,
): readonly string[] {
	const text = changes.map(({after}) => after).filter((value) => typeof value === 'string');
	const head = `${followed ? '▸' : ' '} ${label}  ${id.slice(0, 8)}  `;
	const shown = showValue(text.sort((a, b) => b.length - a.length)[0] ?? '');
	return wrap(shown, width - stringWidth(head), 1).map(
		(line) => `${paint(followed ? 'accent' : 'quiet', head)}${line}`,
	);
}

function valueLines(changes: readonly ColumnChange[], layout: ExplainLayout): readonly string[] {
	const names = Math.min(
		Math.max(0, ...changes.map(({column}) => stringWidth(visible(column)))),
		Math.floor(layout.width / 3),
	);
	return changes.flatMap((change) => {
		const lines = changeLines(change, {...layout, width: layout.width - names - 2});
		return lines.map(
			(line, index) =>
				`${layout.paint('accent', padTo(index === 0 ? visible(change.column).slice(0, names) : '', names))}  ${line}`,
		);
	});
}

function changeLines(change: ColumnChange, {width, paint, most}: ExplainLayout): readonly string[] {
	const {before, after} = change;
	if (!('after' in change)) return [paint('quiet', 'not kept by the version')];
	if (typeof before === 'string' && typeof after === 'string')
		return diffLines(wordDiff(before, after), {width, paint, most});
	const shown = showValue(after);
	return wrap('before' in change ? `${showValue(before)} → ${shown}` : shown, width, Math.min(most, 4));
}
