import test from 'ava';
import type {OnnxSession} from './onnx-session.ts';
import {disposeState} from './decoder-state.ts';
import {openTiny} from './open-tiny.ts';
import {seq2seqModel} from './seq2seq-model.ts';
import {tinyModels} from './tiny-models.ts';

test('steps give logits for each row and keep the past', async (t) => {
	const {model, tokens, dispose} = await openTiny(tinyModels.enEs);
	t.teardown(dispose);
	const sources = [
		[300, 301, 0],
		[302, 303, 0],
	];
	let state = await model.encode(sources);
	const sizes: number[] = [];
	for (let step = 0; step < 3; step++) {
		const result = await model.step(state, [tokens.start, tokens.start]);
		state = result.state;
		sizes.push(result.logits.length / 2);
		t.is(state.past.get('past_key_values.0.decoder.key')?.dims[2], step + 1);
		t.is(state.past.get('past_key_values.0.encoder.key')?.dims[2], 3);
	}
	t.is(new Set(sizes).size, 1);
	disposeState(state);
});

const session = (inputNames: readonly string[], inputMetadata: readonly unknown[]): OnnxSession => ({
	inputNames,
	outputNames: [],
	inputMetadata,
	run: async () => Promise.resolve({}),
});
const past = 'past_key_values.0.decoder.key';

test('a decoder without a cache, or with one of unknown size, is refused', async (t) => {
	const {model, dispose} = await openTiny(tinyModels.enEs);
	t.teardown(dispose);
	const open = (decoder: OnnxSession) => () => seq2seqModel('x', session([], []), decoder, model.tensors);
	t.throws(open(session(['input_ids'], [])), {message: /expected a merged decoder with a cache.*input_ids/});
	t.throws(open(session([past, 'use_cache_branch'], [{name: past, shape: ['a', 'b', 'c', 'd']}])), {
		message: /fixed number of heads and width/,
	});
});
