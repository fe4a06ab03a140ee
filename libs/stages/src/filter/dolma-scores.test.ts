import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {dolmaScores} from './dolma-scores.ts';
import {goldenVectors} from './quality/fixtures/golden.ts';

const vectors = goldenVectors('dolma-1.2.1', 'dolma');
const rows = vectors.map(({text}) => ({text}));

testStage(test, 'dolma-scores', {stage: () => dolmaScores(), rows});

test("dolma-scores gives the figures of dolma's tagger", async (t) => {
	const {rows: scored} = await runStage(dolmaScores(), rows);
	for (const [index, {row}] of scored.entries()) t.like(row, {dolma: vectors[index]?.figures});
});
