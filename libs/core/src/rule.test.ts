import test from 'ava';
import {z} from 'zod';
import {runStep} from '../fixtures/run-step.ts';
import {int32} from './column.ts';
import {defineStage} from './define-stage.ts';
import {breaksRule, type Comparison} from './rule.ts';

const sized = defineStage({
	name: 'sized',
	needs: {words: int32, lines: int32},
	options: {
		minWords: z.number().nullable().default(3),
		maxWords: z.number().nullable().default(5),
		maxRatio: z.number().nullable().default(0.5),
	},
	rules: [
		{reason: 'short', score: ({words}) => words, dropIf: '<', threshold: 'minWords'},
		{reason: 'long', score: ({words}) => words, dropIf: '>', threshold: 'maxWords'},
		{
			reason: 'listed',
			score: ({lines, words}) => (words === 0 ? null : lines / words),
			dropIf: '>=',
			threshold: 'maxRatio',
		},
	],
});

test('a filter by rules drops a row by the first rule that it breaks, with its figure', async (t) => {
	const rows = [
		{words: 2, lines: 2},
		{words: 6, lines: 0},
		{words: 4, lines: 2},
		{words: 4, lines: 1},
	];
	const {drops = [], length} = await runStep(sized(), rows);
	t.is(length, 1);
	t.deepEqual(drops, [
		{row: 0, reason: 'short', score: 2},
		{row: 1, reason: 'long', score: 6},
		{row: 2, reason: 'listed', score: 0.5},
	]);
});

test('a rule whose bound or figure is null does not apply', async (t) => {
	const step = sized({minWords: null});
	const {length} = await runStep(step, [{words: 0, lines: 9}]);
	t.is(length, 1);
});

test('a step tells its rules with their bounds, under the names that the stage uses', (t) => {
	const {rules = []} = sized({maxWords: 9, columns: {words: 'count'}});
	t.deepEqual(
		rules.map(({reason, dropIf, option, threshold}) => [reason, dropIf, option, threshold]),
		[
			['short', '<', 'minWords', 3],
			['long', '>', 'maxWords', 9],
			['listed', '>=', 'maxRatio', 0.5],
		],
	);
	t.is(rules[2]?.score({lines: 1, words: 4}), 0.25);
});

for (const [dropIf, below, equal, above] of [
	['<', true, false, false],
	['<=', true, true, false],
	['>', false, false, true],
	['>=', false, true, true],
] satisfies readonly (readonly [Comparison, boolean, boolean, boolean])[]) {
	test(`a rule with ${dropIf} is broken as the sign says`, (t) => {
		t.deepEqual(
			[1, 2, 3].map((score) => breaksRule({dropIf, threshold: 2}, score)),
			[below, equal, above],
		);
	});
}
