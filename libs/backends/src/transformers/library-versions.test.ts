import test from 'ava';
import {libraryVersions} from './library-versions.ts';

test('names the versions of what computes results', (t) => {
	const versions = JSON.stringify(libraryVersions());
	t.regex(versions, /"transformers":"4\.\d+\.\d+/);
	t.regex(versions, /"onnxruntime":"1\.\d+\.\d+/);
});
