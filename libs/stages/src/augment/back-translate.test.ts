import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {backTranslate} from './back-translate.ts';
import {mirror} from './shape/example-augmenters.ts';

const rows = [
	{text: 'Where is the refund of $12 for Jane? I wrote to the bank on 3 May and nobody answered.'},
	{text: 'Hello'},
	{text: 'A mysword and the other mysword are mysterious myswords.'},
];

testStage(test, 'back-translate', {
	stage: () =>
		backTranslate({backend: mirror, pivots: ['es', ['es', 'ca']], n: 2, gates: {maxOverlap: 0.95}}),
	rows,
});

test('yields variants by each way, judged by what the backend did not know too', async (t) => {
	const stage = backTranslate({
		backend: mirror,
		pivots: ['es', ['es', 'ca']],
		n: 2,
		gates: {maxOverlap: 0.95, maxOverlapVariants: null},
	});
	const run = await runStage(stage, rows);
	t.deepEqual(
		run.rows.map(({source, row}) => [source, row['verdict'], row['via'], row['variants_missing']]),
		[
			[0, 'original', null, 1],
			[0, 'accepted', 'es', null],
			[1, 'original', null, 2],
			[1, 'not-novel', 'es', null],
			[2, 'original', null, 2],
			[2, 'unknown-words', 'es', null],
		],
	);
	t.is(
		run.rows[1]?.row['text'],
		'Where is this refund of $12 for Jane? I wrote to this bank on 3 May and nobody answered.',
	);
});

test('refuses at once a way that the backend lacks', (t) => {
	t.throws(() => backTranslate({backend: mirror, pivots: ['fr']}), {
		code: 'usage',
		message: /found no en-fr, fr-en; it has ca-en, en-es, es-ca, es-en/,
	});
});
