import test from 'ava';
import {chatLabels} from './chat-labels.ts';

const tokens = (spans: readonly (readonly [number, number])[]) => ({
	ids: Int32Array.from(spans, (_, index) => index + 1),
	starts: Int32Array.from(spans, ([start]) => start),
	ends: Int32Array.from(spans, ([, end]) => end),
});

const cases = [
	{title: 'tokens within a span', spans: [[2, 4]], trained: [3, 4]},
	{
		title: 'several spans',
		spans: [
			[1, 2],
			[4, 5],
		],
		trained: [2, 5],
	},
	{title: 'no span', spans: [], trained: []},
	{title: 'an empty span', spans: [[2, 2]], trained: []},
	{title: 'all but the first token', spans: [[0, 5]], trained: [2, 3, 4, 5]},
] as const;

for (const {title, spans, trained} of cases)
	test(`trains ${title}`, (t) => {
		const five = tokens([
			[0, 1],
			[1, 2],
			[2, 3],
			[3, 4],
			[4, 5],
		]);
		t.deepEqual(
			[...chatLabels(five, spans)].filter((label) => label !== -100),
			[...trained],
		);
	});

test('a token that straddles a border, and white space of no width within a span, are trained', (t) => {
	t.deepEqual(
		[
			...chatLabels(
				tokens([
					[0, 2],
					[1, 4],
					[4, 5],
					[6, 6],
					[6, 7],
					[7, 8],
				]),
				[[3, 7]],
			),
		],
		[-100, 2, 3, 4, 5, -100],
	);
});

test('nothing to label', (t) => {
	t.deepEqual(chatLabels(tokens([]), [[0, 5]]), new Int32Array());
});
