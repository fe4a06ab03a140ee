import test from 'ava';
import {batchInvariant} from './batch-invariance.ts';
import {openTiny} from './open-tiny.ts';
import type {Seq2seqModel} from './seq2seq-model.ts';
import {tinyModels} from './tiny-models.ts';

test('a model whose weights alone are integers treats rows alike alone and together', async (t) => {
	const {model, tokens, dispose} = await openTiny(tinyModels.enEs);
	t.teardown(dispose);
	t.true(await batchInvariant(model, 1000, tokens.start));
});

test('a model whose rows depend on their neighbours by the last bit is found out', async (t) => {
	const {model, tokens, dispose} = await openTiny(tinyModels.enEs);
	t.teardown(dispose);
	const mixing: Seq2seqModel = {
		...model,
		async step(state, rows) {
			const result = await model.step(state, rows);
			const nudge = rows.length > 1 ? 1 + 2 ** -23 : 1;
			return {...result, logits: result.logits.map((value) => value * nudge)};
		},
	};
	t.false(await batchInvariant(mixing, 1000, tokens.start));
});
