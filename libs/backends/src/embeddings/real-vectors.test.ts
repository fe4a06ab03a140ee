import {augment, embed, embeddingDedup, similarity} from '@millrace/stages';
import {runBarrier, runStage, testStage} from '@millrace/testing';
import type {Augmenter} from '@millrace/text';
import test from 'ava';
import {tinyModels} from '../transformers/tiny-models.ts';
import {transformersEmbeddings} from './transformers-embeddings.ts';

const backend = transformersEmbeddings({model: tinyModels.embed});
test.after.always(async () => backend.close?.());

const rows = [
	'I lost my card yesterday.',
	'Please cancel the transfer to my sister.',
	'My card was lost yesterday.',
	'Why was the fee charged twice?',
	'Yesterday I lost my card.',
	'',
].map((text) => ({text}));

testStage(test, 'embed by a tiny model', {stage: () => embed({backend}), rows: rows.slice(0, 3)});

test('ways to say one thing are duplicates by the vectors of a model, other things are not', async (t) => {
	const embedded = await runStage(embed({backend}), rows);
	const given = embedded.rows.map(({row}) => ({embedding: row['embedding']}));
	const ids = rows.map((_, place) => place.toString(16).padStart(32, '0'));
	const {rows: kept, drops} = await runBarrier(embeddingDedup({threshold: 0.9, bits: 4}), given, {ids});
	t.deepEqual(
		kept.map(({source}) => source),
		[0, 1, 3, 5],
	);
	t.deepEqual(
		drops.map(({row, reason, because}) => [row, reason, because]),
		[2, 4].map((row) => [row, 'near-duplicate', ids[0]]),
	);
});

test('a variant that means something else is rejected by the vectors of a model', async (t) => {
	const variants = [
		'My card was lost yesterday.',
		'I found my account yesterday.',
		'I paid my fee yesterday.',
	];
	const by: Augmenter = {
		name: 'saying',
		identity: variants,
		concurrency: 1,
		call: ({texts}) => Promise.resolve({variants: texts.map(() => variants)}),
	};
	const stage = augment({
		by,
		n: 3,
		attempts: 1,
		judges: {similarity: similarity({backend})},
		gates: {minChrf: null, maxOverlap: null},
	});
	const run = await runStage(stage, [{text: 'I lost my card yesterday.'}]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'accepted', 'meaning-lost', 'meaning-lost'],
	);
});
