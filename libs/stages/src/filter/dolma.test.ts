import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {dolmaScores} from './dolma-scores.ts';
import {dolma} from './dolma.ts';
import {goldenVectors, testGolden} from './quality/fixtures/golden.ts';

const texts = goldenVectors('dolma-1.2.1', 'dolma').map(({text}) => ({text}));
const scored = await runStage(dolmaScores(), texts);
const all = {maxTop2: 0.2, maxTop3: 0.18, maxTop4: 0.16};

testStage(test, 'dolma', {stage: () => dolma(all), rows: scored.rows.map(({row}) => row)});

testGolden(test, 'dolma-1.2.1', 'dolma', [() => dolmaScores(), () => dolma(all)]);

test('the rules that never fire in dolma are off', (t) => {
	const off = dolma()
		.rules?.filter(({threshold}) => threshold === null)
		.map(({option}) => option);
	t.deepEqual(off, ['maxTop2', 'maxTop3', 'maxTop4']);
});
