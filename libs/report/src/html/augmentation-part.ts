import type {Ablation} from '@millrace/probes';
import {wordDiff} from '@millrace/text';
import type {MakerFigures, VariantExample} from '../augmentation/augmentation-figures.ts';
import {gainChart} from '../charts/gain-chart.ts';
import {count, counted, percent, percentOf} from '../figures/amounts.ts';
import type {Report} from '../report.ts';
import {costTable} from './cost-table.ts';
import {figure, table, type Part} from './figure.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** What augmentation made of the training split, and whether it helped. */
export function augmentationPart({augmentation}: Report): Part | null {
	if (!augmentation) return null;
	const {originals, varied, missing, makers, examples, ablation, cost} = augmentation;
	const accepted = makers.reduce((sum, maker) => sum + maker.accepted, 0);
	const made = accepted + makers.reduce((sum, {rejected}) => sum + total(rejected), 0);
	return {
		id: 'augmentation',
		title: 'Augmentation',
		body: markup`<p class="lead">${counted(varied, 'original')} of ${count(originals)} in the training split ${varied === 1 ? 'has' : 'have'} ${counted(accepted, 'variant')}: ${percentOf(accepted, made)} of those made were accepted${missing > 0 ? `, ${count(missing)} fewer than asked for` : ''}.</p>${ablation ? ablationFigure(ablation) : null}${makerFigure(makers)}${cost ? costTable(cost) : null}${exampleList(examples)}`,
	};
}

const total = (rejected: MakerFigures['rejected']): number =>
	rejected.reduce((sum, {variants}) => sum + variants, 0);

const points = (share: number): string => `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}`;

const shotsName = ({shots}: Ablation): string => (shots === null ? 'all originals' : `${shots} a label`);

function ablationFigure(ablation: readonly Ablation[]): Markup {
	const says = ablation.map(
		(each) =>
			`${shotsName(each)}: ${each.verdict} (${points(each.gain)} points, ${points(each.interval[0])} to ${points(each.interval[1])})`,
	);
	const takeaway = `A probe trained with the variants, beside one without, on held-out originals. ${says.join('; ')}.`;
	return figure(
		takeaway,
		gainChart(ablation.map((each) => ({name: shotsName(each), gain: each.gain, interval: each.interval}))),
		table(
			[
				{title: 'trained on'},
				{title: 'verdict'},
				...['originals', 'variants', 'without', 'with', 'gain', 'from', 'to', 'trainings'].map((title) => ({
					title,
					number: true,
				})),
			],
			ablation.map((each) => [
				shotsName(each),
				each.verdict,
				count(Math.round(each.originals)),
				count(Math.round(each.variants)),
				percent(each.without),
				percent(each.with),
				points(each.gain),
				points(each.interval[0]),
				points(each.interval[1]),
				count(each.trials),
			]),
		),
	);
}

const share = (value: number | null): string => (value === null ? '–' : percent(value));

function makerFigure(makers: readonly MakerFigures[]): Markup {
	const rows = makers.map(
		({augmenter, accepted, rejected, novelty, chrf, distinct1, distinct2, selfBleu}) => [
			shown(augmenter),
			count(accepted),
			percentOf(accepted, accepted + total(rejected)),
			share(novelty),
			chrf === null ? '–' : chrf.toFixed(0),
			share(distinct1),
			share(distinct2),
			share(selfBleu),
		],
	);
	const gates = makers.flatMap(({augmenter, rejected}) =>
		rejected.map(({gate, variants}) => [shown(augmenter), shown(gate), count(variants)]),
	);
	return markup`<h3>By maker</h3>${table(
		[
			{title: 'augmenter'},
			...[
				'accepted',
				'of those made',
				'novelty',
				'chrF2',
				'distinct words',
				'distinct pairs',
				'self-BLEU',
			].map((title) => ({title, number: true})),
		],
		rows,
	)}${gates.length > 0 ? markup`<details class="data"><summary>Rejected, by gate</summary>${table([{title: 'augmenter'}, {title: 'gate'}, {title: 'variants', number: true}], gates)}</details>` : null}`;
}

function exampleList(examples: readonly VariantExample[]): Markup | null {
	if (examples.length === 0) return null;
	return markup`<h3>Variants beside their originals</h3>${table(
		[{title: 'augmenter'}, {title: 'what changed'}, {title: 'chrF2', number: true}],
		examples.map(({augmenter, via, original, variant, chrf}) => [
			markup`${shown(augmenter)}${via === null ? null : markup` ${shown(via)}`}`,
			difference(original, variant),
			chrf === null ? '–' : chrf.toFixed(0),
		]),
	)}`;
}

const difference = (original: string, variant: string): Markup =>
	markup`${wordDiff(original, variant).map(({kind, text}) => (kind === 'added' ? markup`<ins>${shown(text)}</ins>` : kind === 'removed' ? markup`<del>${shown(text)}</del>` : shown(text)))}`;
