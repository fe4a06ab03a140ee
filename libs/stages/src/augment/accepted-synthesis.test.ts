import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {acceptedSynthesis} from './accepted-synthesis.ts';

const rows = [{verdict: 'original'}, {verdict: 'accepted'}, {verdict: 'bad-json'}];

testStage(test, 'accepted-synthesis', {stage: () => acceptedSynthesis(), rows});

test('drops rejected pairs with their verdict, and originals where asked', async (t) => {
	const dropped = async (originals: 'keep' | 'drop') =>
		(await runStage(acceptedSynthesis({originals}), rows)).drops.map(({reason}) => reason);
	t.deepEqual(await dropped('keep'), ['bad-json']);
	t.deepEqual(await dropped('drop'), ['original', 'bad-json']);
});
