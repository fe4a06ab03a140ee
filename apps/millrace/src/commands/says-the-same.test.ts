import test from 'ava';
import {saysTheSame} from './says-the-same.ts';

const prices = {perMillionInput: 1, perMillionOutput: 4};
const total = {requests: 1, inputTokens: 1, outputTokens: 1, cost: null};
const augmentation = (own: typeof prices | null) => ({
	...{originals: 1, varied: 1, missing: 0, makers: [], examples: [], ablation: null},
	cost: {makers: [], total, prices: own},
});
const roles = {text: 'text'};

test('other columns and other prices make a report anew', (t) => {
	t.true(saysTheSame({roles}, {text: 'text'}, undefined));
	t.false(saysTheSame({roles}, {text: 'body'}, undefined));
	t.false(saysTheSame({roles}, {text: 'text', label: 'label'}, undefined));
	t.true(saysTheSame({roles, augmentation: augmentation(prices)}, roles, {...prices}));
	t.false(saysTheSame({roles, augmentation: augmentation(prices)}, roles, undefined));
	t.false(saysTheSame({roles, augmentation: augmentation(null)}, roles, prices));
});

test('prices say nothing where there are no calls', (t) => {
	t.true(saysTheSame({roles, augmentation: null}, roles, prices));
	t.true(saysTheSame({roles}, roles, prices));
});
