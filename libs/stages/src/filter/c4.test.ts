import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {c4} from './c4.ts';
import {goldenVectors, testGolden} from './quality/fixtures/golden.ts';

testStage(test, 'c4', {
	stage: () => c4(),
	rows: goldenVectors('datatrove-0.10', 'c4').map(({text}) => ({text})),
});

testGolden(test, 'datatrove-0.10', 'c4', [() => c4()]);

test('C4 counts what it leaves out, also in a text that it drops', async (t) => {
	const text = 'This is kept.[1]\nNo end\nUse JavaScript here.\nToo few.\nOur privacy policy is here.';
	const {drops} = await runStage(c4(), [{text}]);
	t.like(drops[0]?.adds, {
		text: 'This is kept.',
		c4: {lines: 5, kept: 1, sentences: 1, noTerminal: 1, javascript: 1, fewWords: 1, policy: 1, longWord: 0},
	});
});

test('C4 can be told to leave all lines', async (t) => {
	const options = {
		terminalPunctuation: false,
		minWords: null,
		maxWordLength: null,
		javascript: false,
		policy: false,
		removeCitations: false,
		maxLoremIpsum: null,
		maxCurlyBrackets: null,
		minSentences: null,
	};
	const text = `lorem ipsum [1]\n{\njavascript\nuse cookies\n\n${'x'.repeat(1001)}`;
	const {rows} = await runStage(c4(options), [{text}]);
	t.like(rows[0]?.row, {text, c4: {lines: 6, kept: 6}});
});
