import type {Random} from '@millrace/core';
import {disposeState, selectRows} from '../decoder-state.ts';
import type {Seq2seqModel} from '../seq2seq-model.ts';
import {drawToken, likeliest} from './choose-token.ts';
import type {Decoding} from './decoding-options.ts';
import {applyRules, type ModelTokens} from './score-rules.ts';

/**
 * One answer for each of the sources, which have one length: the likeliest tokens or, with a stream of choices for each,
 * drawn ones. A row stops at its own end and leaves the batch; one that does not end within `most` tokens has no answer.
 */
export async function generateRows(
	model: Seq2seqModel,
	sources: readonly (readonly number[])[],
	decoding: Decoding,
	tokens: ModelTokens,
	most: number,
	randoms?: readonly Random[],
): Promise<(readonly number[] | undefined)[]> {
	const answers: (readonly number[] | undefined)[] = sources.map(() => undefined);
	const rows = sources.map(() => [tokens.start]);
	let active = Array.from(sources.keys());
	let state = await model.encode(sources);
	for (let step = 0; step < most && active.length > 0; step++) {
		const result = await model.step(
			state,
			active.map((row) => rows[row]?.at(-1) ?? tokens.pad),
		);
		state = result.state;
		const width = result.logits.length / active.length;
		const keep: number[] = [];
		for (const [slot, row] of active.entries()) {
			const scores = result.logits.subarray(slot * width, (slot + 1) * width);
			const before = rows[row] ?? [];
			applyRules(scores, before, decoding, tokens);
			const random = randoms?.[row];
			const token = random ? drawToken(scores, decoding, random) : likeliest(scores);
			before.push(token);
			if (tokens.ends.has(token)) answers[row] = before.slice(1);
			else keep.push(slot);
		}
		active = keep.map((slot) => active[slot] ?? 0);
		if (active.length > 0) state = selectRows(state, keep, model.tensors);
	}
	disposeState(state);
	return answers;
}
