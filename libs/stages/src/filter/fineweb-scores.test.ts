import {testStage} from '@millrace/testing';
import test from 'ava';
import {finewebScores} from './fineweb-scores.ts';
import {goldenVectors} from './quality/fixtures/golden.ts';

testStage(test, 'fineweb-scores', {
	stage: () => finewebScores(),
	rows: goldenVectors('datatrove-0.10', 'fineweb').map(({text}) => ({text})),
});
