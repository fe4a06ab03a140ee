import test from 'ava';
import {summarySentence} from './summary.ts';

test('an accuracy stands with its interval beside the majority class', (t) => {
	t.is(
		summarySentence({
			objective: 'classification',
			accuracy: 0.6056,
			interval: [0.5477, 0.6607],
			majority: {label: 'Fixed', share: 0.3275},
			rows: 1284,
		}),
		'held-out accuracy 60.6 % (95 % interval 54.8 % to 66.1 %, 1,284 rows); the majority class "Fixed" has 32.8 %',
	);
	t.is(summarySentence({objective: 'classification', accuracy: 0.5}), 'held-out accuracy 50.0 %');
});

test('a loss stands beside what it was before', (t) => {
	t.is(
		summarySentence({objective: 'causal-lm', lossBefore: 7.6116, loss: 6.3138, perplexity: 552.15}),
		'held-out loss 7.612 -> 6.314 (perplexity 552.1)',
	);
	t.is(summarySentence({objective: 'causal-lm'}), 'nothing was held out');
});
