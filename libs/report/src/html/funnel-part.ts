import {bar, seriesColour, type BarPart} from '../charts/bar.ts';
import {count, counted, percentOf, signed} from '../figures/amounts.ts';
import type {DropFigures, Report, StageFigures} from '../report.ts';
import {excerptList, shortId} from './excerpt-list.ts';
import {figure, table, type Part} from './figure.ts';
import {markup, type Content, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** Reasons of a stage that have a colour and examples of their own; the JSON has all. */
const mostReasons = 12;
const mostStages = 200;

/** What became of the rows, stage by stage, with the reasons and examples of what was dropped. */
export function funnelPart({funnel}: Report): Part | null {
	if (funnel.length === 0) return null;
	const widest = Math.max(1, ...funnel.map(entered));
	const dropped = funnel.reduce((sum, stage) => sum + droppedAt(stage), 0);
	const worst = funnel.toSorted((a, b) => droppedAt(b) - droppedAt(a))[0];
	const takeaway =
		dropped === 0 || !worst
			? 'No stage drops a row.'
			: markup`${counted(dropped, 'row')} ${dropped === 1 ? 'is' : 'are'} dropped; ${shown(worst.stage)} drops most, ${count(droppedAt(worst))} of the ${count(entered(worst))} rows that it sees.`;
	const list = markup`<ol class="stages">${funnel.slice(0, mostStages).map((stage) => stageRow(stage, widest))}</ol>`;
	return {id: 'funnel', title: 'What became of the rows', body: figure(takeaway, list, accounts(funnel))};
}

const entered = (stage: StageFigures): number => stage.in + stage.generated;
const droppedAt = ({dropped}: StageFigures): number => dropped.reduce((sum, {rows}) => sum + rows, 0);

function stageRow(stage: StageFigures, widest: number): Markup {
	const {generated, out, quarantined, dropped} = stage;
	const reasons = dropped.slice(0, mostReasons);
	const others = dropped.slice(mostReasons).reduce((sum, {rows}) => sum + rows, 0);
	const part = (rows: number, colour: BarPart['colour'], title: string): BarPart => ({
		share: rows / widest,
		colour,
		title: `${title}: ${count(rows)} (${percentOf(rows, entered(stage))})`,
	});
	const parts = [
		part(out, 'kept', 'kept'),
		...reasons.map(({reason, rows}, index) => part(rows, seriesColour(index), `dropped as ${reason}`)),
		part(others, 'lost', 'dropped for other reasons'),
		part(quarantined, 'lost', 'quarantined'),
	];
	const quiet = dropped.length === 0 && generated === 0 && quarantined === 0;
	const changes = [
		...(generated > 0 ? [`${signed(generated)} made`] : []),
		...(droppedAt(stage) > 0 ? [`${signed(-droppedAt(stage))} dropped`] : []),
		...(quarantined > 0 ? [`${signed(-quarantined)} quarantined`] : []),
	].join(', ');
	const told = reasons.map((drop, index) => reasonDetails(drop, entered(stage), seriesColour(index)));
	return markup`<li class="${quiet ? 'stage quiet' : 'stage'}"><p><span class="name">${shown(stage.stage)}</span><span class="change">${changes}</span><span class="figure">${count(out)}</span></p>${bar(parts)}${told}${others > 0 ? markup`<p class="note">${counted(dropped.length - mostReasons, 'more reason')} with ${counted(others, 'row')}; the JSON has them.</p>` : null}</li>`;
}

function reasonDetails({reason, rows, scores, examples}: DropFigures, of: number, colour: string): Markup {
	const [least, most] = scores ?? [];
	const range: Content =
		least === undefined || most === undefined
			? null
			: markup` <span class="quiet">score ${least === most ? figureText(least) : `${figureText(least)} to ${figureText(most)}`}</span>`;
	const title = markup`<i class="swatch ${colour}"></i><span class="reason">${shown(reason)}</span> ${count(rows)} <span class="quiet">(${percentOf(rows, of)})</span>${range}`;
	if (examples.length === 0) return markup`<p class="drop">${title}</p>`;
	return markup`<details class="drop"><summary>${title}</summary>${excerptList(
		examples,
		({score, because}) => [
			...(score === null ? [] : [`score ${figureText(score)}`]),
			...(because === null ? [] : [markup`because of row <code>${shortId(because)}</code>`]),
		],
	)}</details>`;
}

const figureText = (value: number): string =>
	Number.isInteger(value) ? count(value).replace('-', '−') : value.toPrecision(3);

function accounts(funnel: Report['funnel']): Markup {
	const numbers = ['in', 'made', 'out', 'dropped', 'quarantined'].map((title) => ({title, number: true}));
	return table(
		[{title: 'stage'}, ...numbers],
		funnel.map((stage) => [
			shown(stage.stage),
			count(stage.in),
			count(stage.generated),
			count(stage.out),
			count(droppedAt(stage)),
			count(stage.quarantined),
		]),
	);
}
