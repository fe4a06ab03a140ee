import type {AnyStep} from '@millrace/core';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {gopherScores} from './gopher-scores.ts';
import {gopher} from './gopher.ts';
import {goldenVectors, testGolden} from './quality/fixtures/golden.ts';

const texts = goldenVectors('datatrove-0.10', 'gopher').map(({text}) => ({text}));
const scored = await runStage(gopherScores(), texts);

testStage(test, 'gopher', {stage: () => gopher(), rows: scored.rows.map(({row}) => row)});

testGolden(test, 'datatrove-0.10', 'gopher', [() => gopherScores(), () => gopher()]);

test('rules are off where their bound is null, and what is short changes with the bound', async (t) => {
	const {rows} = await runStage(gopherScores(), [
		{text: 'Several plain words only, behind the end of it.'},
		{text: ''},
	]);
	const scored = rows.map(({row}) => row);
	const reasons = async (step: AnyStep) => (await runStage(step, scored)).drops.map(({reason}) => reason);
	t.deepEqual(await reasons(gopher()), ['gopher_short_doc', 'gopher_short_doc']);
	t.deepEqual(await reasons(gopher({minWords: 5})), ['gopher_short_doc']);
	t.deepEqual(await reasons(gopher({minWords: null})), ['gopher_enough_stop_words']);
	t.deepEqual(await reasons(gopher({minWords: null, minStopWords: null})), []);
});
