import test from 'ava';
import {estimateCalls} from './estimate-calls.ts';

test('counts equal requests once and prices the rest', (t) => {
	const request = (content: string): object => ({messages: [{role: 'user', content}], maxTokens: 10});
	const requests = [request('a'.repeat(296)), request('b'.repeat(296)), request('a'.repeat(296))];
	t.deepEqual(estimateCalls(requests, {perMillionInput: 1e4, perMillionOutput: 1e5}), {
		requests: 2,
		inputTokens: 200,
		outputTokens: 20,
		cost: 4,
	});
	t.deepEqual(estimateCalls([]), {requests: 0, inputTokens: 0, outputTokens: 0, cost: 0});
});
