import {barRows} from '../charts/bar-rows.ts';
import {count, counted, percent, percentOf} from '../figures/amounts.ts';
import type {GroupFigures, OverlapFigures, Report} from '../report.ts';
import {excerptList} from './excerpt-list.ts';
import {figure, table, type Part} from './figure.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** Runs of words that held-out rows share with the training split, and groups that straddle splits. */
export function leakagePart({overlap, groups, roles}: Report): Part | null {
	if (!overlap && !groups) return null;
	return {
		id: 'leakage',
		title: 'Leakage',
		body: [overlap ? overlapFigure(overlap) : null, groups ? groupSentence(groups, roles.group ?? '') : null],
	};
}

function groupSentence({groups, straddling}: GroupFigures, column: string): Markup {
	const told =
		straddling === 0
			? markup`No value of <code>${column}</code> straddles splits; there are ${count(groups)}.`
			: markup`${counted(straddling, 'value')} of <code>${column}</code> ${straddling === 1 ? 'has' : 'have'} rows in more than one split, of ${count(groups)}.`;
	return markup`<p class="takeaway">${told}</p>`;
}

function overlapFigure({training, sizes, examples}: OverlapFigures): Markup {
	const longest = sizes.at(-1);
	const [rows, shared] = [total(longest, 'rows'), total(longest, 'shared')];
	const words = longest?.words ?? 0;
	const estimated = sizes.some(({scale}) => scale > 1);
	const takeaway =
		rows === 0
			? markup`No held-out row is long enough to share a run of ${words} words with ${shown(training)}.`
			: markup`${estimated ? 'At least ' : ''}${count(shared)} of ${counted(rows, 'held-out row')} of ${words} words or more (${percentOf(shared, rows)}) ${shared === 1 ? 'shares' : 'share'} a run of ${words} words with ${shown(training)}.`;
	const bars = sizes.flatMap(({words: size, splits}) =>
		splits.map(({split, rows: own, shared: found}) => ({
			name: markup`${shown(split)}, ${size} words`,
			rows: found,
			share: own === 0 ? 0 : found / own,
			title: `${count(found)} of ${count(own)}`,
			colour: 'series-0' as const,
		})),
	);
	const data = table(
		[
			{title: 'split'},
			...['words', 'rows as long', 'share a run', 'share'].map((title) => ({title, number: true})),
		],
		sizes.flatMap(({words: size, splits}) =>
			splits.map(({split, rows: own, shared: found}) => [
				shown(split),
				size,
				count(own),
				count(found),
				percentOf(found, own),
			]),
		),
	);
	const legend = estimated
		? [markup`<span>held-out runs exceed the table; some were left out, so the true figure is higher</span>`]
		: undefined;
	const sample =
		examples.length === 0
			? null
			: markup`<details class="drop"><summary>Held-out rows that share most</summary>${excerptList(examples, ({split, share}) => [shown(split), `${percent(share)} of its runs`])}</details>`;
	return markup`${figure(takeaway, barRows(bars, 1), data, legend)}${sample}`;
}

const total = (size: OverlapFigures['sizes'][number] | undefined, of: 'rows' | 'shared'): number =>
	size?.splits.reduce((sum, split) => sum + split[of], 0) ?? 0;
