import type {SweptRule, SweptThreshold} from '@millrace/engine';
import {bar, type Cell, count, counted, type Paint, share, table, visible, wrap} from '@millrace/terminal';
import {blocks} from '../terminal/blocks.ts';
import {figureText} from './rule-lines.ts';

/** A swept rule as lines: its bound, the scores that it saw, and what each threshold would keep and drop. */
export function whatIfLines(rule: SweptRule, width: number, paint: Paint): readonly string[] {
	const {stage, option, reason, dropIf, threshold} = rule;
	const bound = threshold === null ? 'off now' : `now ${dropIf} ${figureText(threshold)}`;
	return [
		paint('strong', `${visible(stage)}.${option}`) +
			paint('quiet', `  drops as ${visible(reason)} where the figure is ${dropIf} the bound; ${bound}`),
		...notes(rule).flatMap(([tone, text]) =>
			wrap(text, width - 2, 4).map((line) => `  ${paint(tone, line)}`),
		),
		...(rule.scored === 0 ? [] : sweptLines(rule, width - 2, paint).map((line) => `  ${line}`)),
	];
}

function notes({scores, scored, exempt, unreached, notKept}: SweptRule) {
	const left = Object.entries(unreached);
	return [
		...(scores
			? [
					[
						'plain',
						`${counted(scored, 'row')} from ${figureText(scores.least)} to ${figureText(scores.most)}, median ${figureText(scores.median)}`,
					] as const,
					[
						'plain',
						`${figureText(scores.low)} ${blocks(scores.bins)} ${figureText(scores.high)}  1st to 99th percentile`,
					] as const,
				]
			: [['warn', 'No row of the version has a figure for this rule.'] as const]),
		...(exempt > 0 ? [['quiet', `It does not apply to ${counted(exempt, 'row')}.`] as const] : []),
		...(left.length > 0
			? [
					[
						'quiet',
						`Not scored, since they left before: ${left.map(([at, rows]) => `${count(rows)} at ${visible(at)}`).join(', ')}.`,
					] as const,
				]
			: []),
		...(notKept > 0
			? [
					[
						'warn',
						`Of ${counted(notKept, 'row')} the version does not keep what the rule takes: a later step leaves the column out, or the stage drops rows by itself.`,
					] as const,
				]
			: []),
	];
}

const barWidth = 20;

function sweptLines({swept, scored}: SweptRule, width: number, paint: Paint): readonly string[] {
	const unseen = swept.some((each) => each.unseen > 0);
	const bars = width >= 90;
	const right = (title: string) => ({title, align: 'right'}) as const;
	const columns = [
		{title: '', least: 5},
		right('bound'),
		right('keeps'),
		right('drops'),
		right('published'),
		...(unseen ? [right('unseen')] : []),
		...(bars ? [{title: 'keeps', least: barWidth + 5}] : []),
	];
	const cells = swept.map((each): readonly Cell[] => [
		{text: each.current ? 'now ▸' : '', tone: 'accent'},
		{text: figureText(each.threshold), tone: each.current ? 'strong' : 'plain'},
		count(each.keeps),
		{text: count(each.drops), tone: each.drops > 0 ? 'warn' : 'plain'},
		count(each.published),
		...(unseen ? [{text: each.unseen > 0 ? count(each.unseen) : '', tone: 'quiet'} as const] : []),
		...(bars ? [shareBar(each, scored)] : []),
	]);
	return table(columns, cells, width, paint);
}

function shareBar({keeps}: SweptThreshold, scored: number): Cell {
	const {done, left} = bar(scored > 0 ? keeps / scored : 0, barWidth);
	return {text: `${done}${left} ${share(keeps, scored)}`, tone: 'quiet'};
}
