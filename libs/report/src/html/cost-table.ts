import type {Cost, CostFigures} from '../augmentation/cost-figures.ts';
import {count, counted} from '../figures/amounts.ts';
import {money} from '../figures/money.ts';
import {table} from './figure.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** What the calls of models took that made variants, in a sentence and by maker. */
export function costTable({makers, total, prices}: CostFigures): Markup {
	const numbers = ['requests', 'tokens in', 'tokens out', 'tokens for an accepted variant'];
	const row = (
		name: Markup | string,
		{requests, inputTokens, outputTokens, cost}: Cost,
		each: number | null,
	) => [
		name,
		count(requests),
		count(inputTokens),
		count(outputTokens),
		each === null ? '–' : count(each),
		...(prices ? [cost === null ? '–' : money(cost)] : []),
	];
	const rows = makers.map((maker) =>
		row(
			maker.augmenter === null ? 'without a new variant' : markup`${shown(maker.augmenter)}`,
			maker,
			maker.tokensPerAccepted,
		),
	);
	return markup`<h3>What the calls took</h3><p>${costSentence({makers, total, prices})}</p>${table(
		[
			{title: 'augmenter'},
			...[...numbers, ...(prices ? ['cost'] : [])].map((title) => ({title, number: true})),
		],
		[...rows, ...(makers.length > 1 ? [row('all', total, null)] : [])],
	)}`;
}

/** `340 requests took 45,000 tokens in and 9,000 out, which cost 0.12 at 1 and 4 a million.` */
export function costSentence({total, prices}: CostFigures): string {
	const {requests, inputTokens, outputTokens, cost} = total;
	const took = `${counted(requests, 'request')} took ${counted(inputTokens, 'token')} in and ${count(outputTokens)} out`;
	return prices && cost !== null
		? `${took}, which cost ${money(cost)} at ${prices.perMillionInput} and ${prices.perMillionOutput} a million.`
		: `${took}.`;
}
