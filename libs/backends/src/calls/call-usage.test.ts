import test from 'ava';
import {expectedUsage, usageOf} from './call-usage.ts';

test('reads the tokens of chat answers, translations and variants, and nothing else', (t) => {
	const usage = {requests: 1, inputTokens: 3, outputTokens: 4};
	t.deepEqual(usageOf({text: 'a', tokens: {prompt: 3, completion: 4}}), usage);
	t.deepEqual(usageOf({texts: [], usage}), usage);
	t.is(usageOf({text: 'a'}), undefined);
	t.is(usageOf('a'), undefined);
});

test('expects a token for three characters of every text, and the answer that is allowed', (t) => {
	const messages = [{role: 'user', content: 'a'.repeat(296)}];
	t.deepEqual(expectedUsage({messages, maxTokens: 50}), {requests: 1, inputTokens: 100, outputTokens: 50});
	t.deepEqual(expectedUsage({messages}), {requests: 1, inputTokens: 100, outputTokens: 1100});
	t.deepEqual(expectedUsage({texts: ['a b', 'abc']}), {requests: 1, inputTokens: 2, outputTokens: 0});
});
