import {costSentence, money, type CostFigures} from '@millrace/report';
import {count, type Paint, table, visible} from '@millrace/terminal';

/** What the calls took that made variants: a sentence and, of several makers, a table. */
export function costLines(cost: CostFigures, width: number, paint: Paint): readonly string[] {
	const {makers, prices} = cost;
	const sentence = `Variants: ${costSentence(cost)}`;
	if (makers.length < 2) return [sentence];
	const numbers = ['requests', 'tokens in', 'tokens out', 'tokens each', ...(prices ? ['cost'] : [])];
	const rows = makers.map((maker) => [
		maker.augmenter === null ? 'without a new variant' : visible(maker.augmenter),
		count(maker.requests),
		count(maker.inputTokens),
		count(maker.outputTokens),
		maker.tokensPerAccepted === null ? '-' : count(Math.round(maker.tokensPerAccepted)),
		...(prices ? [money(maker.cost ?? 0)] : []),
	]);
	return [
		sentence,
		...table(
			[{title: 'augmenter'}, ...numbers.map((title) => ({title, align: 'right' as const}))],
			rows,
			width,
			paint,
		),
	];
}
