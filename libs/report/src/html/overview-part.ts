import {bar, seriesColour} from '../charts/bar.ts';
import {sparkline} from '../charts/sparkline.ts';
import {byteSize, count, counted, percent, percentOf, short, signed} from '../figures/amounts.ts';
import type {Report} from '../report.ts';
import {figure, table, type Part} from './figure.ts';
import {languageName} from './language-name.ts';
import {markup, type Content, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** The figures that people ask for first, the splits, and what the report looked at. */
export function overviewPart(report: Report): Part {
	const cards = [rowCard, dropCard, tokenCard, languageCard, repeatCard, probeCard].flatMap(
		(card) => card(report) ?? [],
	);
	return {
		id: 'overview',
		title: 'Overview',
		body: markup`<div class="cards of-${cards.length}">${cards}</div>${splitFigure(report)}${facts(report)}`,
	};
}

const card = (title: string, figureText: Content, below: Content, aside?: Content): Markup =>
	markup`<div class="card"><h3>${title}</h3><p class="big">${figureText}${aside}</p><p class="below">${below}</p></div>`;

const rowsIn = ({splits}: Report): number => splits.reduce((sum, {rows}) => sum + rows, 0);

function rowCard(report: Report): Markup {
	const {history, sources, difference, previous} = report;
	const rows = rowsIn(report);
	const before = difference?.splits.reduce((sum, split) => sum + split.before, 0);
	const line =
		history.length > 1
			? sparkline(
					history.map((each) => each.rows),
					`Rows of the last ${history.length} versions`,
				)
			: null;
	const change = before === undefined ? '' : ` ${signed(rows - before)} since version ${previous ?? ''}.`;
	return card(
		'Rows',
		count(rows),
		`From ${counted(sources.records, 'record')} of ${counted(sources.files, 'file')}.${change}`,
		line,
	);
}

function dropCard({funnel}: Report): Markup {
	const drops = funnel.flatMap(({stage, dropped}) =>
		dropped.map(({reason, rows}) => ({stage, reason, rows})),
	);
	const all = drops.reduce((sum, {rows}) => sum + rows, 0);
	const most = drops.toSorted((a, b) => b.rows - a.rows)[0];
	const entered = funnel.reduce((sum, {generated}) => sum + generated, funnel[0]?.in ?? 0);
	return card(
		'Dropped',
		count(all),
		most
			? markup`${percentOf(all, entered)} of all rows; most of them as ${shown(most.reason)} at ${shown(most.stage)}.`
			: 'No stage dropped a row.',
	);
}

function tokenCard({tokens, text}: Report): Markup | null {
	if (tokens)
		return card(
			'Tokens',
			short(tokens.all.total),
			`${count(tokens.all.p50)} in the median row, ${count(tokens.all.max)} in the longest.`,
		);
	if (!text) return null;
	const {all} = text.characters;
	return card(
		'Characters',
		short(all.total),
		`${count(all.p50)} in the median row, ${count(all.max)} in the longest.`,
	);
}

function languageCard({languages}: Report): Markup | null {
	const [first] = languages?.values ?? [];
	if (!languages || !first) return null;
	return card(
		'Languages',
		count(languages.distinct),
		markup`${percentOf(first.rows, languages.rows)} of the rows are ${shown(languageName(first.value))}.`,
	);
}

function repeatCard({duplicates}: Report): Markup | null {
	if (!duplicates) return null;
	const known = duplicates.heldOut.reduce((sum, split) => sum + split.known, 0);
	const held =
		duplicates.heldOut.length === 0
			? 'Nothing is held out.'
			: known === 0
				? 'No held-out text is in the training split.'
				: `${counted(known, 'held-out row')} ${known === 1 ? 'is' : 'are'} in the training split.`;
	return card(
		'Repeated texts',
		count(duplicates.repeated),
		`${percentOf(duplicates.repeated, duplicates.rows)} of the rows. ${held}`,
	);
}

function probeCard({probe}: Report): Markup | null {
	const [first] = probe?.evaluations ?? [];
	if (!first) return null;
	const {accuracy, interval, majority} = first.figures;
	if (accuracy === null || interval === null) return null;
	return card(
		'Probe accuracy',
		percent(accuracy),
		`On ${first.split}; ${percent(interval[0])} to ${percent(interval[1])}${majority ? `, majority class ${percent(majority.accuracy)}` : ''}.`,
	);
}

function splitFigure({splits, difference}: Report): Markup | null {
	const all = splits.reduce((sum, {rows}) => sum + rows, 0);
	if (all === 0) return null;
	const largest = splits.toSorted((a, b) => b.rows - a.rows)[0];
	const parts = splits.map(({split, rows}, index) => ({
		share: rows / all,
		colour: seriesColour(index),
		title: `${split}: ${count(rows)} (${percentOf(rows, all)})`,
	}));
	const legend = splits.map(
		({split, rows}, index) =>
			markup`<span><i class="swatch ${seriesColour(index)}"></i>${shown(split)} ${percentOf(rows, all)}</span>`,
	);
	const was = new Map(difference?.splits.map(({split, before}) => [split, before]));
	const columns = [
		{title: 'split'},
		...['rows', 'share', 'shards', 'size'].map(numeric),
		...(difference ? [numeric('rows before')] : []),
	];
	const rows = splits.map(({split, rows: own, shards, bytes}) => [
		shown(split),
		count(own),
		percentOf(own, all),
		count(shards),
		byteSize(bytes),
		...(difference ? [count(was.get(split) ?? 0)] : []),
	]);
	return figure(
		markup`${counted(splits.length, 'split')}; ${shown(largest?.split ?? '')} has ${percentOf(largest?.rows ?? 0, all)} of the rows.`,
		bar(parts),
		table(columns, rows),
		legend,
	);
}

const numeric = (title: string) => ({title, number: true});

function facts({roles, run, plan}: Report): Markup {
	const looked = Object.entries(roles);
	return markup`<dl class="facts">${looked.map(([role, column]) => markup`<div><dt>${role} column</dt><dd><code>${column}</code></dd></div>`)}<div><dt>run</dt><dd><code>${run.slice(0, 12)}</code></dd></div><div><dt>plan</dt><dd><code>${plan.slice(0, 12)}</code></dd></div></dl>`;
}
