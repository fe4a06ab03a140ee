import test from 'ava';
import {selectRows, type DecoderState} from './decoder-state.ts';
import type {Floats, TensorMaker} from './onnx-session.ts';

function tracked(): {readonly tensors: TensorMaker; readonly open: Set<Floats>} {
	const open = new Set<Floats>();
	const floats = (data: Float32Array, dims: readonly number[]): Floats => {
		const tensor: Floats = {type: 'float32', data, dims, dispose: () => open.delete(tensor)};
		open.add(tensor);
		return tensor;
	};
	return {open, tensors: {floats, ids: () => undefined, ones: () => undefined, flag: () => undefined}};
}

test('rows are copied in the order asked for, and what was before is given back', (t) => {
	const {tensors, open} = tracked();
	const state: DecoderState = {
		rows: 3,
		sourceLength: 1,
		hidden: tensors.floats(Float32Array.from([1, 2, 3, 4, 5, 6]), [3, 1, 2]),
		past: new Map([['past', tensors.floats(Float32Array.from([7, 8, 9]), [3, 1, 1, 1])]]),
	};
	const selected = selectRows(state, [2, 0, 0, 1], tensors);
	t.deepEqual([...selected.hidden.data], [5, 6, 1, 2, 1, 2, 3, 4]);
	t.deepEqual(selected.hidden.dims, [4, 1, 2]);
	t.deepEqual([...(selected.past.get('past')?.data ?? [])], [9, 7, 7, 8]);
	t.is(selected.rows, 4);
	t.is(open.size, 2);
	t.is(selectRows(selected, [0, 1, 2, 3], tensors), selected, 'all rows in their order need no copy');
});
