import test from 'ava';
import {costTally, priced} from './cost-figures.ts';

const usage = (requests: number) => ({
	requests,
	prompt_tokens: 100 * requests,
	completion_tokens: 10 * requests,
});

test('adds up what rows say by maker, and what was paid for nothing last', (t) => {
	const tally = costTally();
	tally.add({augmented: true, augmenter: 'b', usage: usage(1), accepted: true});
	tally.add({augmented: true, augmenter: 'b', usage: null, accepted: true});
	tally.add({augmented: true, augmenter: 'b', usage: usage(2), accepted: false});
	tally.add({augmented: true, augmenter: 'a', usage: usage(1), accepted: false});
	tally.add({augmented: true, augmenter: 'local', usage: null, accepted: true});
	tally.add({augmented: false, augmenter: null, usage: usage(3), accepted: false});
	tally.add({augmented: false, augmenter: null, usage: null, accepted: false});
	const figures = tally.figures();
	t.deepEqual(figures, {
		makers: [
			{
				augmenter: 'a',
				accepted: 0,
				requests: 1,
				inputTokens: 100,
				outputTokens: 10,
				cost: null,
				tokensPerAccepted: null,
			},
			{
				augmenter: 'b',
				accepted: 2,
				requests: 3,
				inputTokens: 300,
				outputTokens: 30,
				cost: null,
				tokensPerAccepted: 165,
			},
			{
				augmenter: null,
				accepted: 0,
				requests: 3,
				inputTokens: 300,
				outputTokens: 30,
				cost: null,
				tokensPerAccepted: null,
			},
		],
		total: {requests: 7, inputTokens: 700, outputTokens: 70, cost: null},
		prices: null,
	});
	const prices = {perMillionInput: 1000, perMillionOutput: 10_000};
	const money = figures && priced(figures, prices);
	t.deepEqual(
		money?.makers.map(({cost}) => cost),
		[0.2, 0.6, 0.6],
	);
	t.is(money?.total.cost, 1.4);
	t.deepEqual(money?.prices, prices);
});

test('says nothing where no row does', (t) => {
	const tally = costTally();
	tally.add({augmented: true, augmenter: 'local', usage: undefined, accepted: true});
	tally.add({augmented: true, augmenter: 'other', usage: {of: 'a column of the data'}, accepted: true});
	t.is(tally.figures(), null);
});
