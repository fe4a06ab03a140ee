import test from 'ava';
import {applyRules, type ModelTokens} from './score-rules.ts';

const none: ModelTokens = {start: 9, ends: new Set([0]), pad: 9, banned: []};
const plain = {repetitionPenalty: 1, noRepeatNgram: 0};

interface Case {
	readonly title: string;
	readonly before: readonly number[];
	readonly rules?: Partial<typeof plain>;
	readonly tokens?: Partial<ModelTokens>;
	readonly expected: readonly number[];
}

const cases: readonly Case[] = [
	{title: 'without rules nothing changes', before: [9, 1, 1], expected: [2, -2, 4, 1]},
	{
		title: 'a repetition penalty divides what is above 0 and multiplies what is below',
		before: [9, 1, 2, 2],
		rules: {repetitionPenalty: 2},
		expected: [2, -4, 2, 1],
	},
	{title: 'no token comes twice', before: [9, 2], rules: {noRepeatNgram: 1}, expected: [2, -2, -Infinity, 1]},
	{
		title: 'no pair comes twice',
		before: [9, 2, 3, 1, 2],
		rules: {noRepeatNgram: 2},
		expected: [2, -2, 4, -Infinity],
	},
	{
		title: 'short answers repeat nothing yet',
		before: [9],
		rules: {noRepeatNgram: 3},
		expected: [2, -2, 4, 1],
	},
	{
		title: 'a banned token never follows',
		before: [9],
		tokens: {banned: [[3]]},
		expected: [2, -2, 4, -Infinity],
	},
	{
		title: 'the end of a banned run is banned after its beginning',
		before: [9, 1],
		tokens: {
			banned: [
				[1, 2],
				[2, 3],
			],
		},
		expected: [2, -2, -Infinity, 1],
	},
	{
		title: 'a forced token is the only one at first',
		before: [9],
		tokens: {forcedFirst: 1},
		expected: [-Infinity, 0, -Infinity, -Infinity],
	},
	{title: 'a forced token is forced once', before: [9, 1], tokens: {forcedFirst: 1}, expected: [2, -2, 4, 1]},
];
for (const {title, before, rules = {}, tokens = {}, expected} of cases) {
	test(title, (t) => {
		const scores = Float32Array.from([2, -2, 4, 1]);
		applyRules(scores, before, {...plain, ...rules}, {...none, ...tokens});
		t.deepEqual([...scores], expected);
	});
}
