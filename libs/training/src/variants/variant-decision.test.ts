import test from 'ava';
import {gainText, variantDecision} from './variant-decision.ts';

const cases = [
	[
		{metric: 'accuracy', gain: 0.021, interval: [0.004, 0.038], verdict: 'helps'},
		'keep',
		'variants are kept: they help, +2.1 points of held-out accuracy (95 % interval +0.4 to +3.8), by us',
	],
	[
		{metric: 'accuracy', gain: -0.009, interval: [-0.033, 0.015], verdict: 'no gain'},
		'drop',
		'variants are left out: no gain, -0.9 points of held-out accuracy (95 % interval -3.3 to +1.5), by us',
	],
	[
		{metric: 'loss', gain: -0.0123, interval: [-0.02, -0.0046], verdict: 'hurts'},
		'drop',
		'variants are left out: they hurt, -0.0123 nats of held-out loss gained (95 % interval -0.0200 to -0.0046), by us',
	],
] as const;

for (const [given, answer, sentence] of cases)
	test(`${given.verdict} of ${given.metric} gives ${answer}`, (t) => {
		t.deepEqual(variantDecision(given, 'runner', 'by us'), {answer, judge: 'runner', ...given, sentence});
	});

test('a gain that rounds to nothing has no sign', (t) => {
	t.deepEqual(
		[gainText('accuracy', -0.0001), gainText('accuracy', 0.0001), gainText('loss', 0)],
		['0.0', '0.0', '0.0000'],
	);
});
