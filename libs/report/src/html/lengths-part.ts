import {histogram, range} from '../charts/histogram.ts';
import {count, percentOf} from '../figures/amounts.ts';
import {binOf, binStart} from '../figures/bins.ts';
import type {Distribution} from '../figures/distribution.ts';
import type {LengthFigures, Report} from '../report.ts';
import {figure, table, type Part} from './figure.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** How long rows are, in tokens and in characters. */
export function lengthsPart({tokens, text, difference, roles}: Report): Part | null {
	if (!tokens && !text) return null;
	const before = difference?.lengths;
	return {
		id: 'lengths',
		title: 'Lengths',
		body: [
			tokens
				? lengthFigure(
						'tokens',
						markup`Tokens a row, from <code>${roles.tokens}</code>`,
						tokens,
						before?.tokens,
					)
				: null,
			text
				? lengthFigure(
						'characters',
						markup`Characters a row, from <code>${roles.text}</code>`,
						text.characters,
						before?.characters,
					)
				: null,
		],
	};
}

function lengthFigure(
	unit: string,
	title: Markup,
	{all, splits, nulls}: LengthFigures,
	before: Distribution | null | undefined,
): Markup {
	const takeaway = `Half of the rows have at most ${count(all.p50)} ${unit}, 99 % at most ${count(all.p99)}, the longest ${count(all.max)}${nulls > 0 ? `; ${count(nulls)} have none` : ''}.`;
	const legend = markup`<span><i class="swatch kept"></i>this version</span>${before ? markup`<span><i class="swatch hollow"></i>the version before</span>` : null}<span>bins widen with length</span>`;
	return markup`<h3>${title}</h3>${figure(takeaway, histogram(all, `Histogram of ${unit} a row: ${takeaway}`, before), binTable(all, before), legend)}${splitTable(splits)}`;
}

function binTable(now: Distribution, before: Distribution | null | undefined): Markup {
	const was = new Map(before?.bins);
	const starts = [...new Set([...now.bins, ...(before?.bins ?? [])].map(([start]) => start))].sort(
		(a, b) => a - b,
	);
	const own = new Map(now.bins);
	const columns = [{title: 'length'}, {title: 'rows', number: true}, {title: 'share', number: true}];
	return table(
		before ? [...columns, {title: 'share before', number: true}] : columns,
		starts.map((start) => [
			range(start, binStart(binOf(start) + 1) - 1),
			count(own.get(start) ?? 0),
			percentOf(own.get(start) ?? 0, now.rows),
			...(before ? [percentOf(was.get(start) ?? 0, before.rows)] : []),
		]),
	);
}

const mostSplits = 30;

function splitTable(splits: LengthFigures['splits']): Markup | null {
	const rows = Object.entries(splits).slice(0, mostSplits);
	if (rows.length < 2) return null;
	const numbers = ['rows', 'p5', 'median', 'p95', 'p99', 'longest', 'mean', 'total'];
	return table(
		[{title: 'split'}, ...numbers.map((title) => ({title, number: true}))],
		rows.map(([split, {rows: own, p5, p50, p95, p99, max, mean, total}]) => [
			shown(split),
			...[own, p5, p50, p95, p99, max, mean, total].map(count),
		]),
	);
}
