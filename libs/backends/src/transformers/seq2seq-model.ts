import {MillraceError} from '@millrace/core';
import type {DecoderState} from './decoder-state.ts';
import {runFloats, type Floats, type OnnxSession, type TensorMaker} from './onnx-session.ts';

/** An encoder and a decoder with a cache, over rows whose sources have equally many tokens. */
export interface Seq2seqModel {
	readonly tensors: TensorMaker;
	/** Encodes sources of one length. */
	encode(sources: readonly (readonly number[])[]): Promise<DecoderState>;
	/** Feeds one token a row; gives what follows it as logits, row after row. The state given is used up. */
	step(
		state: DecoderState,
		tokens: readonly number[],
	): Promise<{readonly logits: Float32Array; readonly state: DecoderState}>;
}

/** Drives the two sessions that transformers.js opens for a sequence-to-sequence model. */
export function seq2seqModel(
	owner: string,
	encoder: OnnxSession,
	decoder: OnnxSession,
	tensors: TensorMaker,
): Seq2seqModel {
	const caches = decoder.inputNames.filter((name) => name.startsWith('past_key_values.'));
	const shapes = new Map(caches.map((name) => [name, headShape(owner, decoder, name)]));
	const presents = caches.map((name) => name.replace('past_key_values', 'present'));
	const branches = decoder.inputNames.includes('use_cache_branch');
	if (caches.length === 0 || !branches) {
		throw new MillraceError(
			'usage',
			`${owner}: expected a merged decoder with a cache (inputs past_key_values.* and use_cache_branch), found the inputs ${decoder.inputNames.join(', ')}; export it as decoder_model_merged.`,
		);
	}
	const pastOf = (state: DecoderState): [name: string, tensor: Floats][] =>
		caches.map((name) => {
			const [heads = 0, width = 0] = shapes.get(name) ?? [];
			return [
				name,
				state.past.get(name) ?? tensors.floats(new Float32Array(0), [state.rows, heads, 0, width]),
			];
		});
	return {
		tensors,
		async encode(sources) {
			const length = sources[0]?.length ?? 0;
			const dims = [sources.length, length];
			const feeds = {input_ids: tensors.ids(sources.flat(), dims), attention_mask: tensors.ones(dims)};
			const [hidden] = await runFloats(encoder, feeds, encoder.outputNames.slice(0, 1));
			if (!hidden) throw new MillraceError('usage', `${owner}: its encoder gives nothing.`);
			return {rows: sources.length, sourceLength: length, hidden, past: new Map()};
		},
		async step(state, tokens) {
			const first = state.past.size === 0;
			const past = pastOf(state);
			const feeds: Record<string, unknown> = {
				input_ids: tensors.ids(tokens, [tokens.length, 1]),
				encoder_attention_mask: tensors.ones([state.rows, state.sourceLength]),
				encoder_hidden_states: state.hidden,
				use_cache_branch: tensors.flag(!first),
				...Object.fromEntries(past),
			};
			const given = Object.fromEntries(decoder.inputNames.map((name) => [name, feeds[name]]));
			const [logits, ...present] = await runFloats(decoder, given, ['logits', ...presents]);
			if (!logits) throw new MillraceError('usage', `${owner}: its decoder gives no logits.`);
			const next = new Map<string, Floats>();
			for (const [index, [name, before]] of past.entries()) {
				const after = present[index];
				// Keys and values of the source do not change; many decoders give none after the first step.
				const kept = !first && name.includes('.encoder.');
				if (after) (kept ? after : before).dispose();
				next.set(name, kept || !after ? before : after);
			}
			const values = logits.data.slice();
			logits.dispose();
			return {logits: values, state: {...state, past: next}};
		},
	};
}

/** Heads and their width, from what the model says of an input. */
function headShape(
	owner: string,
	session: OnnxSession,
	name: string,
): readonly [heads: number, width: number] {
	const found = session.inputMetadata.find(
		(value) => typeof value === 'object' && value !== null && 'name' in value && value.name === name,
	);
	const shape: unknown =
		typeof found === 'object' && found !== null ? Reflect.get(found, 'shape') : undefined;
	const sizes: readonly unknown[] = Array.isArray(shape) ? shape : [];
	const [, heads, , width] = sizes;
	if (typeof heads === 'number' && typeof width === 'number') return [heads, width];
	throw new MillraceError(
		'usage',
		`${owner}: expected the input ${name} of the decoder to have a fixed number of heads and width, found ${JSON.stringify(shape)}; export the model anew.`,
	);
}
