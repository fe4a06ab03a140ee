import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {gopherRepetitionScores} from './gopher-repetition-scores.ts';
import {gopherRepetition} from './gopher-repetition.ts';
import {goldenVectors, testGolden} from './quality/fixtures/golden.ts';

const texts = goldenVectors('datatrove-0.10', 'repetition').map(({text}) => ({text}));
const scored = await runStage(gopherRepetitionScores(), texts);

testStage(test, 'gopher-repetition', {
	stage: () => gopherRepetition(),
	rows: scored.rows.map(({row}) => row),
});

testGolden(test, 'datatrove-0.10', 'repetition', [() => gopherRepetitionScores(), () => gopherRepetition()]);
