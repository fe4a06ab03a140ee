import test from 'ava';
import {encoderSession} from './encoder-session.ts';
import type {OnnxSession, TensorMaker} from './onnx-session.ts';

interface Numbers {
	readonly values: readonly number[];
	readonly dims: readonly number[];
}

const tensors: TensorMaker = {
	ids: (values, dims): Numbers => ({values, dims}),
	ones: (dims) => dims,
	flag: (value) => value,
	floats() {
		throw new Error('not asked for');
	},
};

const isNumbers = (value: unknown): value is Numbers =>
	typeof value === 'object' && value !== null && 'values' in value && 'dims' in value;

/** Gives each token its id and, where it is not invariant, how many rows are beside it. */
function counting(
	runs: string[],
	invariant: boolean,
	inputNames = ['input_ids', 'attention_mask'],
): OnnxSession {
	return {
		inputNames,
		outputNames: ['states'],
		inputMetadata: [],
		run(feeds) {
			const ids = feeds['input_ids'];
			if (!isNumbers(ids)) throw new Error('no ids');
			runs.push(ids.dims.join(' x '));
			const data = Float32Array.from(ids.values.flatMap((id) => [id, invariant ? 0 : (ids.dims[0] ?? 0)]));
			return Promise.resolve({states: {type: 'float32', dims: ids.dims, data, dispose: () => undefined}});
		},
	};
}

const rows = [[1, 2], [3], [4, 5], [6], [7, 8]];

for (const invariant of [true, false]) {
	test(`rows of one length run ${invariant ? 'together' : 'one by one where a model needs it'}, and come in order`, async (t) => {
		const runs: string[] = [];
		const session = await encoderSession('it', counting(runs, invariant), tensors, 'states', 2);
		const before = runs.length;
		const found = await session.run(rows, (numbers, row) => [
			row,
			...numbers.filter((_, at) => at % 2 === 0),
		]);
		t.deepEqual(
			found,
			rows.map((row, index) => [index, ...row]),
		);
		t.deepEqual(
			runs.slice(before),
			invariant ? ['2 x 1', '2 x 2', '1 x 2'] : ['1 x 1', '1 x 1', '1 x 2', '1 x 2', '1 x 2'],
		);
	});
}

test('an input that is not known is an error', async (t) => {
	const session = counting([], true, ['input_ids', 'position_ids', 'pixels']);
	await t.throwsAsync(encoderSession('it', session, tensors, 'states', 2), {
		code: 'usage',
		message: /found position_ids, pixels/,
	});
});

test('an abort ends a run between batches', async (t) => {
	const session = await encoderSession('it', counting([], true), tensors, 'states', 2);
	const reason = new Error('enough');
	await t.throwsAsync(
		session.run(rows, () => 0, AbortSignal.abort(reason)),
		{is: reason},
	);
});
