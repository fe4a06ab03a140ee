import {barRows} from '../charts/bar-rows.ts';
import {count, counted, percentOf} from '../figures/amounts.ts';
import type {DuplicateFigures, Report} from '../report.ts';
import {figure, table, type Part} from './figure.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** Texts that are equal, within splits and across. */
export function duplicatesPart({duplicates}: Report): Part | null {
	if (!duplicates) return null;
	const {scale, rows, distinct, repeated, groups, largest, heldOut} = duplicates;
	const known = heldOut.reduce((sum, split) => sum + split.known, 0);
	const about = scale > 1 ? 'about ' : '';
	const takeaway =
		repeated === 0
			? `No text occurs twice among ${counted(rows, 'row')}.`
			: `${about}${counted(groups, 'text')} ${groups === 1 ? 'occurs' : 'occur'} more than once, so that ${counted(repeated, 'row')} (${percentOf(repeated, rows)}) ${repeated === 1 ? 'repeats' : 'repeat'} another; ${known === 0 ? 'none of them reaches from the training split into one that is held out' : `${counted(known, 'held-out row')} ${known === 1 ? 'is' : 'are'} in the training split`}.`;
	const chart = barRows([
		{
			name: 'different texts',
			rows: distinct,
			share: rows === 0 ? 0 : distinct / rows,
			title: 'different texts',
		},
		{
			name: 'rows that repeat one',
			rows: repeated,
			share: rows === 0 ? 0 : repeated / rows,
			title: 'repeated rows',
			colour: 'lost',
		},
	]);
	const legend =
		scale > 1 ? [markup`<span>estimated from one text in ${scale}, chosen by its hash</span>`] : undefined;
	return {
		id: 'duplicates',
		title: 'Duplicates',
		body: markup`${figure(takeaway, rows === 0 ? null : chart, splitTable(duplicates), legend)}${largest.length === 0 ? null : largestTable(largest)}`,
	};
}

function splitTable({heldOut, across}: DuplicateFigures): Markup | null {
	if (heldOut.length === 0) return null;
	const rows = heldOut.map(({split, rows: own, known}) => [
		shown(split),
		count(own),
		count(known),
		percentOf(known, own),
		count(across.filter(({splits}) => splits.includes(split)).reduce((sum, {texts}) => sum + texts, 0)),
	]);
	const numbers = ['rows', 'in training', 'share', 'texts in other splits'].map((title) => ({
		title,
		number: true,
	}));
	return table([{title: 'held-out split'}, ...numbers], rows);
}

const largestTable = (largest: DuplicateFigures['largest']): Markup =>
	markup`<details class="drop"><summary>The texts that occur most</summary>${table(
		[{title: 'rows', number: true}, {title: 'splits'}, {title: 'text'}],
		largest.map(({rows, splits, text}) => [
			count(rows),
			splits.map((split, index) => [index > 0 ? ', ' : '', shown(split)]),
			shown(text),
		]),
	)}</details>`;
