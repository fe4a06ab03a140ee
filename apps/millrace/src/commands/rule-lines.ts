import type {RuleVerdict} from '@millrace/engine';
import {type Cell, type Paint, table, visible} from '@millrace/terminal';

/** The rules of a stage as a table: the figure of the row, its bound, and whether the row passes. */
export function ruleLines(rules: readonly RuleVerdict[], width: number, paint: Paint): readonly string[] {
	if (rules.length === 0) return [];
	const columns = [
		{title: 'rule', least: 12},
		{title: 'figure', align: 'right'},
		{title: 'drops if', least: 12},
		{title: 'option', least: 8},
		{title: '', least: 9},
	] as const;
	const cells = rules.map((rule): readonly Cell[] => [
		visible(rule.reason),
		rule.score === null ? {text: '–', tone: 'quiet'} : figureText(rule.score),
		rule.threshold === null
			? {text: 'off', tone: 'quiet'}
			: {text: `${rule.dropIf} ${figureText(rule.threshold)}`, tone: 'plain'},
		{text: rule.option, tone: 'quiet'},
		verdictCell(rule),
	]);
	return table(columns, cells, width, paint);
}

function verdictCell({broken, decided, score, threshold}: RuleVerdict): Cell {
	if (decided) return {text: '✘ dropped', tone: 'bad'};
	if (broken) return {text: '✘ fails', tone: 'warn'};
	if (score === null || threshold === null) return '';
	return {text: '✔ passes', tone: 'good'};
}

/** A figure to six digits. */
export const figureText = (value: number): string =>
	Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
