import test from 'ava';
import {chatUsage, isUsage, usageSum, usageValue} from './usage-column.ts';

const one = {requests: 1, prompt_tokens: 3, completion_tokens: 2};

test('sums what is told, and tells nothing of nothing', (t) => {
	t.deepEqual(usageSum(one, one), {requests: 2, prompt_tokens: 6, completion_tokens: 4});
	t.deepEqual(usageSum(null, one), one);
	t.deepEqual(usageSum(one, null), one);
	t.is(usageSum(null, null), null);
});

test('reads what backends say', (t) => {
	t.deepEqual(usageValue({requests: 1, inputTokens: 3, outputTokens: 2}), one);
	t.is(usageValue(null), null);
	t.deepEqual(chatUsage({text: '', finish: 'stop', tokens: {prompt: 3, completion: 2}}), one);
	t.is(chatUsage({text: '', finish: 'stop'}), null);
	t.true(isUsage(one));
	for (const value of [null, 3, {}, {requests: 1}]) t.false(isUsage(value));
});
