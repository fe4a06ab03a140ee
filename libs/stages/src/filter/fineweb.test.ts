import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {finewebScores} from './fineweb-scores.ts';
import {fineweb} from './fineweb.ts';
import {goldenVectors, testGolden} from './quality/fixtures/golden.ts';

const texts = goldenVectors('datatrove-0.10', 'fineweb').map(({text}) => ({text}));
const scored = await runStage(finewebScores(), texts);

testStage(test, 'fineweb', {stage: () => fineweb(), rows: scored.rows.map(({row}) => row)});

testGolden(test, 'datatrove-0.10', 'fineweb', [() => finewebScores(), () => fineweb()]);

test('lines without any end mark pass where zero is spared', async (t) => {
	const text = ['a long line without an end mark here', 'another long line without an end mark'].join('\n');
	const {rows} = await runStage(finewebScores(), [{text}]);
	const scored = rows.map(({row}) => row);
	t.is((await runStage(fineweb(), scored)).drops[0]?.reason, 'line_punct_ratio');
	t.is((await runStage(fineweb({excludeZero: true}), scored)).drops.length, 0);
});
