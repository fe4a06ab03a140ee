import {farDistance, movedDistance} from '../alerts/change-alerts.ts';
import {bar} from '../charts/bar.ts';
import {count, counted, percent, signed} from '../figures/amounts.ts';
import type {Difference, Report, Shift} from '../report.ts';
import {figure, table, type Part} from './figure.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** What changed since the version before. */
export function differencePart({difference, previous}: Report): Part {
	const title = 'Since the version before';
	if (!difference) {
		const why =
			previous === null
				? 'This is the first version.'
				: `The shards and the report of version ${previous} are gone, so there is nothing to compare with.`;
		return {id: 'difference', title, body: markup`<p class="takeaway">${why}</p>`};
	}
	return {
		id: 'difference',
		title,
		body: markup`${shiftFigure(difference)}${splitTable(difference)}${columnList(difference)}${changeTable('Labels', difference.labels)}${changeTable('Languages', difference.languages)}${changeTable(
			'Drops, as shares of the rows that entered the stage',
			difference.drops.map((drop) => ({...drop, value: `${drop.stage}: ${drop.value}`})),
		)}`,
	};
}

const names: Readonly<Record<Shift['of'], string>> = {
	characters: 'lengths in characters',
	tokens: 'lengths in tokens',
	labels: 'balance of labels',
	languages: 'mix of languages',
	splits: 'shares of splits',
};

function judged({size, noise}: Shift): string {
	if (size === 0) return 'the same';
	if (size <= noise) return 'within noise';
	if (size < movedDistance) return 'hardly moved';
	return size < farDistance ? 'moved' : 'moved far';
}

function shiftFigure({version, shifts}: Difference): Markup {
	const most = shifts.toSorted((a, b) => b.size - a.size)[0];
	const takeaway =
		!most || most.size === 0
			? `No distribution differs from that of version ${version}.`
			: `Of all distributions, the ${names[most.of]} moved most since version ${version}: distance ${most.size.toFixed(3)} on a scale from 0 to 1, ${judged(most)}.`;
	const chart = markup`<ul class="bars shifts">${shifts.map(
		(shift) =>
			markup`<li><span class="name">${names[shift.of]}</span><span class="figure">${shift.size.toFixed(3)}</span><span class="part">${judged(shift)}</span>${bar([{share: shift.size, colour: shift.size >= movedDistance && shift.size > shift.noise ? 'lost' : 'kept', title: judged(shift)}], movedDistance)}</li>`,
	)}</ul>`;
	const numbers = ['distance', 'noise', 'PSI', 'rows before', 'rows now'].map((title) => ({
		title,
		number: true,
	}));
	const data = table(
		[{title: 'distribution'}, {title: 'measure'}, ...numbers],
		shifts.map(({of, size, noise, psi, before, now}) => [
			names[of],
			psi === null ? 'Kolmogorov–Smirnov' : 'Jensen–Shannon',
			size.toFixed(3),
			noise.toFixed(3),
			psi === null ? '–' : psi.toFixed(3),
			count(before),
			count(now),
		]),
	);
	return figure(takeaway, chart, data, [
		markup`<span><i class="swatch was"></i>${movedDistance}, from which a distribution is said to have moved</span>`,
	]);
}

function splitTable({splits, sources}: Difference): Markup {
	const all = (of: 'before' | 'now'): number => splits.reduce((sum, split) => sum + split[of], 0);
	const row = (name: Markup | string, before: number, now: number) => [
		name,
		count(before),
		count(now),
		signed(now - before),
	];
	return markup`<h3>Rows</h3>${table(
		[{title: 'split'}, ...['before', 'now', 'change'].map((title) => ({title, number: true}))],
		[
			...splits.map(({split, before, now}) => row(shown(split), before, now)),
			row(markup`<strong>all</strong>`, all('before'), all('now')),
		],
	)}<p class="note">The version before read ${counted(sources.records, 'record')} of ${counted(sources.files, 'file')}.</p>`;
}

function columnList({columns: {added, removed, changed}}: Difference): Markup {
	const lines = [
		...added.map((name) => markup`<li><strong>new</strong> ${shown(name)}</li>`),
		...removed.map((name) => markup`<li><strong>gone</strong> ${shown(name)}</li>`),
		...changed.map(
			(each) =>
				markup`<li><strong>changed</strong> ${shown(each.name)}: ${shown(each.before)}, now ${shown(each.now)}</li>`,
		),
	];
	return markup`<h3>Columns</h3>${lines.length === 0 ? markup`<p class="note">The columns are the same.</p>` : markup`<ul class="notes">${lines.slice(0, 100)}</ul>`}`;
}

const mostChanges = 15;

function changeTable(title: string, changes: Difference['labels']): Markup | null {
	const moved = changes.filter(({before, now}) => before !== now).slice(0, mostChanges);
	if (moved.length === 0) return null;
	const points = (value: number): string =>
		Math.abs(value) < 0.00005
			? '< 0.01 points'
			: signed(value, `${(Math.abs(value) * 100).toFixed(2)} points`);
	return markup`<h3>${title}</h3>${table(
		[{title: 'value'}, ...['before', 'now', 'change'].map((each) => ({title: each, number: true}))],
		moved.map(({value, before, now}) => [shown(value), percent(before), percent(now), points(now - before)]),
	)}`;
}
