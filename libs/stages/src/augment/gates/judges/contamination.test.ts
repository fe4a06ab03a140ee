import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {runStage, tempFolder} from '@millrace/testing';
import {evaluationSet} from '@millrace/text';
import test from 'ava';
import {openGates, saying} from '../../../../fixtures/judged.ts';
import {augment} from '../../augment.ts';
import {contamination} from './contamination.ts';

test('a variant that runs into an evaluation is rejected', async (t) => {
	const file = join(tempFolder(t), 'test.jsonl');
	const item = 'Which papers do I need to open a joint account for two people?';
	writeFileSync(file, JSON.stringify({text: item}));
	const judges = {contamination: contamination({against: [evaluationSet({name: 'held out', file})]})};
	const stage = augment({
		by: saying(`Hello. ${item}`, 'Tell me what you ask for before we both get one account.'),
		n: 2,
		judges,
		gates: openGates,
	});
	const run = await runStage(stage, [{text: 'What do you need for an account of two?'}]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'contaminated', 'accepted'],
	);
});
