import {testStage} from '@millrace/testing';
import test from 'ava';
import {gopherScores} from './gopher-scores.ts';
import {goldenVectors} from './quality/fixtures/golden.ts';

testStage(test, 'gopher-scores', {
	stage: () => gopherScores(),
	rows: goldenVectors('datatrove-0.10', 'gopher').map(({text}) => ({text})),
});
