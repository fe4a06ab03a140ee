import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {gopherRepetitionScores} from './gopher-repetition-scores.ts';
import {goldenVectors} from './quality/fixtures/golden.ts';

testStage(test, 'gopher-repetition-scores', {
	stage: () => gopherRepetitionScores(),
	rows: goldenVectors('datatrove-0.10', 'repetition').map(({text}) => ({text})),
});

test('repetition gives the figures of datatrove on its golden vectors', async (t) => {
	const own = goldenVectors('datatrove-0.10', 'repetition').filter(({text}) => text !== '');
	const {rows} = await runStage(
		gopherRepetitionScores(),
		own.map(({text}) => ({text})),
	);
	for (const [index, {row}] of rows.entries()) t.like(row, {repetition: own[index]?.figures});
});
