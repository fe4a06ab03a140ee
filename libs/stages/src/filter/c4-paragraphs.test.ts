import {testStage} from '@millrace/testing';
import test from 'ava';
import {c4Paragraphs} from './c4-paragraphs.ts';
import {goldenVectors, testGolden} from './quality/fixtures/golden.ts';

testStage(test, 'c4-paragraphs', {
	stage: () => c4Paragraphs(),
	rows: goldenVectors('datatrove-0.10', 'paragraphs').map(({text}) => ({text})),
});

testGolden(test, 'datatrove-0.10', 'paragraphs', [() => c4Paragraphs()]);
