import {disposeState} from './decoder-state.ts';
import type {Seq2seqModel} from './seq2seq-model.ts';

/**
 * Whether a row's numbers are the same bytes alone and beside others. They are not where a model quantises activations
 * with one scale for the whole batch, as most files called `quantized` do.
 */
export async function batchInvariant(
	model: Seq2seqModel,
	vocabulary: number,
	start: number,
): Promise<boolean> {
	const sources = Array.from({length: ROWS}, (_, row) =>
		Array.from({length: LENGTH}, (_, at) => (row * 7919 + at * 104_729 + 11) % vocabulary),
	);
	const together = await twoSteps(model, sources, start);
	for (const row of [0, 1, ROWS - 1]) {
		const alone = await twoSteps(model, sources.slice(row, row + 1), start);
		const same = alone.every((logits, step) => {
			const beside = together[step]?.subarray(row * logits.length, (row + 1) * logits.length);
			return beside !== undefined && logits.every((value, index) => Object.is(value, beside[index]));
		});
		if (!same) return false;
	}
	return true;
}

const ROWS = 19;
const LENGTH = 9;

async function twoSteps(
	model: Seq2seqModel,
	sources: readonly (readonly number[])[],
	start: number,
): Promise<Float32Array[]> {
	const first = await model.step(
		await model.encode(sources),
		sources.map(() => start),
	);
	const second = await model.step(
		first.state,
		sources.map((source) => source[0] ?? start),
	);
	disposeState(second.state);
	return [first.logits, second.logits];
}
