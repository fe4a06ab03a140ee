import type {CostFigures} from '@millrace/report';
import test from 'ava';
import {costLines} from './cost-lines.ts';

const maker = (augmenter: string | null, requests: number, accepted: number) => ({
	augmenter,
	accepted,
	...{requests, inputTokens: 1000 * requests, outputTokens: 100 * requests, cost: 0.5 * requests},
	tokensPerAccepted: accepted === 0 ? null : (1100 * requests) / accepted,
});
const figures = (...makers: CostFigures['makers']): CostFigures => ({
	makers,
	total: {requests: 3, inputTokens: 3000, outputTokens: 300, cost: 1.5},
	prices: {perMillionInput: 1, perMillionOutput: 4},
});
const plain = (_: string, text: string): string => text;

test('one maker is a sentence, several are a table beneath it', (t) => {
	t.deepEqual(costLines(figures(maker('llm-paraphrase', 3, 2)), 100, plain), [
		'Variants: 3 requests took 3,000 tokens in and 300 out, which cost 1.50 at 1 and 4 a million.',
	]);
	const lines = costLines(figures(maker('llm\u001b[31m', 2, 2), maker(null, 1, 0)), 100, plain);
	t.is(lines.length, 4);
	t.regex(lines[1] ?? '', /^augmenter +requests +tokens in +tokens out +tokens each +cost$/);
	t.regex(lines[2] ?? '', /^llm\u241b\[31m +2 +2,000 +200 +1,100 +1\.00$/);
	t.regex(lines[3] ?? '', /^without a new variant +1 +1,000 +100 +- +0\.5$/);
});
