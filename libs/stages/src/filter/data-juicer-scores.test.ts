import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {dataJuicerScores} from './data-juicer-scores.ts';
import {goldenVectors} from './quality/fixtures/golden.ts';

const vectors = goldenVectors('data-juicer-1.4.3', 'data-juicer');
const rows = vectors.map(({text}) => ({text}));

testStage(test, 'data-juicer-scores', {stage: () => dataJuicerScores(), rows});

test('data-juicer-scores gives the statistics of Data-Juicer', async (t) => {
	const {rows: scored} = await runStage(dataJuicerScores(), rows);
	for (const [index, {row}] of scored.entries()) t.like(row, {data_juicer: vectors[index]?.figures});
});
