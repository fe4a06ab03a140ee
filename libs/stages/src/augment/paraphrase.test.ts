import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {paraphrase} from './paraphrase.ts';
import {loseWords, swapWords} from './shape/example-augmenters.ts';

const rows = [{text: 'My card was charged twice and nobody answered.'}, {text: 'No.'}];

testStage(test, 'paraphrase', {stage: () => paraphrase({backend: swapWords, n: 2}), rows});

test('yields rows and their paraphrases', async (t) => {
	const run = await runStage(paraphrase({backend: loseWords, n: 2, gates: {maxOverlap: 0.95}}), rows);
	t.deepEqual(
		run.rows.map(({source, row}) => [source, row['verdict']]),
		[
			[0, 'original'],
			[0, 'accepted'],
			[0, 'accepted'],
			[1, 'original'],
			[1, 'shorter'],
			[1, 'not-novel'],
		],
	);
});
