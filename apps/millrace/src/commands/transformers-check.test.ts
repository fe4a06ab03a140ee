import test from 'ava';
import {transformersCheck} from './transformers-check.ts';

test('transformers.js is optional, and where it is not there the command that installs it is named', (t) => {
	t.like(transformersCheck({transformers: 'absent', onnxruntime: 'absent'}), {
		ok: false,
		required: false,
		mend: 'npm install --ignore-scripts @huggingface/transformers@4',
	});
	const {ok, found} = transformersCheck();
	t.true(ok);
	t.regex(found, /^4\.\d+\.\d+ with ONNX Runtime 1\.\d+/);
});
