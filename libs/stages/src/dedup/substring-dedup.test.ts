import {testBarrier, testStage} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {runSteps} from '../../fixtures/run-steps.ts';
import {substringDedup} from './substring-dedup.ts';

const words = (name: string, count: number): string =>
	Array.from(
		{length: count},
		(_, at) => `${name}${String.fromCodePoint(97 + (at % 26), 97 + Math.floor(at / 26))}`,
	).join(' ');
const shared = words('shared', 60);

const rows = [
	{text: `${words('one', 20)} ${shared} ${words('end', 5)}`},
	{text: `${words('two', 8)}\n\n${shared.replaceAll(' ', '\n')}\n\n${words('three', 9)}`},
	{text: shared},
	{text: shared.split(' ').slice(0, 49).join(' ')},
	{text: `${words('four', 30)}\n${shared.split(' ').slice(5, 58).join(' ')}, and more.`},
	{text: ''},
	{text: `${words('twice', 55)} ${words('gap', 3)} ${words('twice', 55)}`},
];

testBarrier(test, 'substring-dedup', {barrier: () => substringDedup(), rows, lookAhead: 10_000});
testStage(test, 'cut-substrings', {
	stage: () => {
		const [step] = substringDedup().rest?.steps ?? [];
		if (!step) throw new Error('expected a second step');
		return step;
	},
	rows: rows.map((row) => ({...row, spans_to_cut: null})),
});

test('a repeated run goes as far as it repeats, and stays where it stands first', async (t) => {
	const run = await runSteps(substringDedup(), rows);
	t.deepEqual(
		run.rows.map(({row}) => [row['text'], row['removed_words']]),
		[
			[rows[0]?.text, 0],
			[`${words('two', 8)}\n\n${words('three', 9)}`, 60],
			[rows[3]?.text, 0],
			[`${words('four', 30)}\n, and more.`, 53],
			['', 0],
			[`${words('twice', 55)} ${words('gap', 3)} `, 55],
		],
	);
	t.deepEqual(run.drops, [{row: 2, reason: 'repeated-substrings', score: 0}]);
});

/** For each word, whether it lies in a run of `width` that stands before, found by comparing all runs. */
function bruteForce(documents: readonly (readonly string[])[], width: number): string[][] {
	const seen = new Set<string>();
	return documents.map((all) => {
		const gone = new Set<number>();
		const own: string[] = [];
		for (let at = 0; at + width <= all.length; at++) {
			const run = all.slice(at, at + width).join(' ');
			if (seen.has(run) || own.includes(run)) for (let word = at; word < at + width; word++) gone.add(word);
			own.push(run);
		}
		for (const run of own) seen.add(run);
		return all.filter((_, at) => !gone.has(at));
	});
}

test('what goes is every run that stands before, and nothing else', async (t) => {
	const document = fc.array(fc.constantFrom('a', 'b', '\u00e9'), {maxLength: 14});
	await fc.assert(
		fc.asyncProperty(fc.array(document, {maxLength: 6}), async (documents) => {
			const step = substringDedup({minWords: 4, minWordsLeft: 0});
			const run = await runSteps(
				step,
				documents.map((all) => ({text: all.join(' ')})),
				[2, 1],
			);
			t.deepEqual(
				run.rows.map(({row}) => String(row['text']).split(' ').filter(Boolean)),
				bruteForce(documents, 4),
			);
		}),
		{numRuns: 200},
	);
});

test('a megabyte of one word goes but for the shortest run', async (t) => {
	const run = await runSteps(substringDedup(), [{text: 'ab '.repeat(330_000)}]);
	t.is(run.rows[0]?.row['removed_words'], 330_000 - 50 + 49);
});
