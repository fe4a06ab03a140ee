import test from 'ava';
import {loadLibrary} from './load-library.ts';
import {runFloats, sessionOf, tensorMaker, type OnnxSession} from './onnx-session.ts';

const session = (outputs: Readonly<Record<string, unknown>>): OnnxSession => ({
	inputNames: [],
	outputNames: Object.keys(outputs),
	inputMetadata: [],
	run: async () => Promise.resolve(outputs),
});

test('a session that is not there is named, with those that are', (t) => {
	const model = session({});
	t.is(sessionOf('x', {model}, 'model'), model);
	t.throws(() => sessionOf('x', {model, other: model}, 'decoder_model_merged'), {
		code: 'usage',
		message: /session decoder_model_merged, found model, other/,
	});
	t.throws(() => sessionOf('x', undefined, 'model'), {message: /found none/});
});

test('tensors are of the runtime, and results other than 32-bit floats are refused', async (t) => {
	const tensors = tensorMaker(await loadLibrary('x'));
	const floats = tensors.floats(Float32Array.from([1, 2]), [1, 2]);
	t.deepEqual([floats.type, [...floats.dims], [...floats.data]], ['float32', [1, 2], [1, 2]]);
	t.deepEqual(await runFloats(session({a: floats}), {}, ['a']), [floats]);
	await t.throwsAsync(runFloats(session({a: tensors.ids([1], [1, 1])}), {}, ['a']), {
		message: /a: expected 32-bit floats from the model, found int64/,
	});
});
