import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {dataJuicerScores} from './data-juicer-scores.ts';
import {dataJuicer} from './data-juicer.ts';
import {goldenVectors, testGolden} from './quality/fixtures/golden.ts';

const texts = goldenVectors('data-juicer-1.4.3', 'data-juicer').map(({text}) => ({text}));
const scored = await runStage(dataJuicerScores({stopWords: ['the', 'of']}), texts);

testStage(test, 'data-juicer', {stage: () => dataJuicer(), rows: scored.rows.map(({row}) => row)});

testGolden(
	test,
	'data-juicer-1.4.3',
	'data-juicer',
	[() => dataJuicerScores(), () => dataJuicer()],
	['stopwords_ratio'],
);

test('too few stop words of a list drop a row', async (t) => {
	const text = 'Words of the plain kind stand here for a while without an end.';
	const reasons = async (stopWords: string[]) => {
		const {rows} = await runStage(dataJuicerScores({stopWords}), [{text}]);
		return (
			await runStage(
				dataJuicer(),
				rows.map(({row}) => row),
			)
		).drops.map(({reason, score}) => [reason, score]);
	};
	t.deepEqual(await reasons(['of', 'the']), [['stopwords_ratio', 2 / 13]]);
	t.deepEqual(await reasons(['of', 'the', 'for', 'a', 'an']), []);
	t.deepEqual(await reasons([]), []);
});
