import {runStage, testStage} from '@millrace/testing';
import type {Augmenter} from '@millrace/text';
import test from 'ava';
import {augment} from './augment.ts';
import {swapWords} from './shape/example-augmenters.ts';
import {isUsage, usageSum, type UsageValue} from './shape/usage-column.ts';

const one = {requests: 1, inputTokens: 10, outputTokens: 4};

/** Gives the variants of a list, attempt by attempt, and says what each call took. */
const paid = (name: string, ...attempts: readonly (readonly string[])[]): Augmenter => ({
	name,
	identity: [name, ...attempts.map((each) => [...each])],
	concurrency: 1,
	call: ({texts, attempt}) =>
		Promise.resolve({
			variants: texts.map(() => attempts[attempt] ?? []),
			usages: texts.map(() => one),
		}),
});

const text = 'The card that I ordered was never sent to me.';
const good = 'The card which I ordered was never sent to me.';
const better = 'The card that was ordered by me was never sent.';
const bad = 'Whatever.';
const gates = {maxOverlap: 0.95, maxOverlapVariants: null};

const total = (rows: readonly {readonly row: Readonly<Record<string, unknown>>}[]): UsageValue =>
	rows.reduce<UsageValue>((sum, {row}) => usageSum(sum, isUsage(row['usage']) ? row['usage'] : null), null);
const requestsOf = (rows: readonly {readonly row: Readonly<Record<string, unknown>>}[]) =>
	rows.map(({row}) => [row['verdict'], isUsage(row['usage']) ? row['usage'].requests : null]);

const cases: readonly (readonly [
	what: string,
	by: Augmenter | readonly Augmenter[],
	n: number,
	expected: readonly (readonly [string, number | null])[],
])[] = [
	[
		'at the first of its call',
		paid('a', [good, better]),
		2,
		[
			['original', null],
			['accepted', 1],
			['accepted', null],
		],
	],
	[
		'at a rejected one too',
		paid('a', [bad, good]),
		1,
		[
			['original', null],
			['shorter', 1],
			['accepted', null],
		],
	],
	[
		'each call at its own',
		paid('a', [bad], [good]),
		1,
		[
			['original', null],
			['shorter', 1],
			['accepted', 1],
		],
	],
	[
		'of a repeated answer at the next',
		paid('a', [bad], [bad], [good]),
		1,
		[
			['original', null],
			['shorter', 1],
			['accepted', 2],
		],
	],
	[
		'of answers that all are repeated at the last',
		paid('a', [bad], [bad], [bad]),
		1,
		[
			['original', null],
			['shorter', 3],
		],
	],
	['of none at the original', paid('a'), 1, [['original', 3]]],
	[
		'by maker',
		[paid('a', [good]), paid('b', [good], [better])],
		1,
		[
			['original', null],
			['accepted', 1],
			['accepted', 2],
		],
	],
	[
		'of a maker that repeats another at the original',
		[paid('a', [good]), paid('b', [good], [good], [good])],
		1,
		[
			['original', 3],
			['accepted', 1],
		],
	],
];
for (const [what, by, n, expected] of cases)
	test(`what a call took stands ${what}`, async (t) => {
		const {rows} = await runStage(augment({by, n, gates}), [{text}]);
		t.deepEqual(requestsOf(rows), expected);
		const calls = expected.reduce((sum, [, requests]) => sum + (requests ?? 0), 0);
		t.deepEqual(total(rows), {requests: calls, prompt_tokens: 10 * calls, completion_tokens: 4 * calls});
	});

test('an original keeps what an augmenting stage before says, and adds to it', async (t) => {
	const before = await runStage(augment({by: paid('a'), gates}), [{text}, {text: `${text} Why?`}]);
	const {rows} = await runStage(
		augment({by: [paid('b'), paid('c', [better])], gates, more: true}),
		before.rows.map(({row}) => row),
	);
	t.deepEqual(requestsOf(rows), [
		['original', 6],
		['accepted', 1],
		['original', 6],
		['accepted', 1],
	]);
});

test('nothing is told of an augmenter on this machine', async (t) => {
	const {rows} = await runStage(augment({by: swapWords, gates}), [{text}]);
	t.is(rows.length, 2);
	t.is(total(rows), null);
});

testStage(test, 'augment by a model that is paid', {
	stage: () => augment({by: [paid('a', [good, better]), paid('b', [bad], [bad], [good])], n: 2, gates}),
	rows: [{text}, {text: ''}, {text: `${text} Why?`}],
});
