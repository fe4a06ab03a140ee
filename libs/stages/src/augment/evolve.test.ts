import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {evolve} from './evolve.ts';
import {scriptedModel} from './synthesis/scripted-model.ts';

const model = (
	instruction: string,
	equal = false,
	response = 'Divide one by the other and round the result.',
) =>
	scriptedModel((asked) => {
		if (asked.startsWith('First request:')) return JSON.stringify({equal});
		return asked.includes('Request:\n') ? JSON.stringify({instruction}) : response;
	});

const harder = 'How do I divide two large numbers without a calculator?';
const rows = [{instruction: 'How do I divide numbers?'}, {instruction: 'Add two numbers.'}];

testStage(test, 'evolve', {
	stage: () =>
		evolve({
			backend: scriptedModel((asked, {seed = 0}) =>
				asked.startsWith('First')
					? '{"equal": false}'
					: asked.includes('Request:\n')
						? JSON.stringify({instruction: `Make it ${seed % 3} now`})
						: 'Done well.',
			),
			n: 2,
		}),
	rows,
});

const cases = [
	{verdict: 'accepted', backend: model(harder)},
	{verdict: 'no-gain', backend: model(harder, true)},
	{verdict: 'unchanged', backend: model('how do I divide numbers')},
	{verdict: 'prompt-copied', backend: model('The rewritten prompt: how do I divide large numbers?')},
	{verdict: 'too-short', backend: model('Divide.')},
	{verdict: 'apology', backend: model(harder, false, 'I am sorry, but I cannot do that.')},
	{verdict: 'says-nothing', backend: model(harder, false, 'It is what it is.')},
	{verdict: 'bad-shape', backend: scriptedModel(() => '{"prompt": "x"}')},
];

for (const {verdict, backend} of cases) {
	test(`judges an evolved instruction as ${verdict}`, async (t) => {
		const run = await runStage(evolve({backend, attempts: 1}), rows.slice(0, 1));
		t.deepEqual(
			run.rows.map(({row}) => row['verdict']),
			['original', verdict],
		);
		t.is(run.rows[0]?.row['instruction'], rows[0]?.instruction);
	});
}

test('asks no judge where told not to', async (t) => {
	const run = await runStage(
		evolve({backend: model(harder, true), attempts: 1, judge: false}),
		rows.slice(0, 1),
	);
	t.like(run.rows[1]?.row, {verdict: 'accepted', instruction: harder});
});

test('sums what the calls took that made an instruction', async (t) => {
	const tokens = {prompt: 5, completion: 2};
	const backend = scriptedModel((asked) => ({
		text: asked.startsWith('First request')
			? '{"equal": false}'
			: asked.includes('Request:')
				? '{"instruction": "Sing a very long song about the sea."}'
				: 'The sea is wide and the ship sails far.',
		finish: 'stop',
		tokens,
	}));
	const run = await runStage(evolve({backend}), [{instruction: 'Sing a song.'}]);
	t.deepEqual(
		run.rows.map(({row}) => [row['verdict'], row['usage']]),
		[
			['original', null],
			['accepted', {requests: 3, prompt_tokens: 15, completion_tokens: 6}],
		],
	);
});
