import type {Floats, TensorMaker} from './onnx-session.ts';

/** What a decoder keeps between steps, for some rows of sources of one length. */
export interface DecoderState {
	readonly rows: number;
	readonly sourceLength: number;
	/** The encoder's output. */
	readonly hidden: Floats;
	/** Keys and values by the name of their input; none before the first step. */
	readonly past: ReadonlyMap<string, Floats>;
}

/** The state of some of the rows, in a given order; a row may be there more than once. The state given is used up. */
export function selectRows(state: DecoderState, rows: readonly number[], tensors: TensorMaker): DecoderState {
	if (rows.length === state.rows && rows.every((row, index) => row === index)) return state;
	const select = (tensor: Floats): Floats => {
		const size = tensor.data.length / state.rows;
		const data = new Float32Array(rows.length * size);
		for (const [to, from] of rows.entries())
			data.set(tensor.data.subarray(from * size, (from + 1) * size), to * size);
		const selected = tensors.floats(data, [rows.length, ...tensor.dims.slice(1)]);
		tensor.dispose();
		return selected;
	};
	return {
		rows: rows.length,
		sourceLength: state.sourceLength,
		hidden: select(state.hidden),
		past: new Map(Array.from(state.past, ([name, tensor]) => [name, select(tensor)])),
	};
}

/** Gives the memory back at once; the runtime holds it outside the heap, which a collection may long not see. */
export function disposeState({hidden, past}: DecoderState): void {
	hidden.dispose();
	for (const tensor of past.values()) tensor.dispose();
}
