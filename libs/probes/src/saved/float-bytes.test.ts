import test from 'ava';
import {floatBytes, floatsOf} from './float-bytes.ts';

test('writes little-endian floats and reads them back', (t) => {
	const floats = Float32Array.of(1, -0.1, 3e38, 0);
	t.deepEqual([...floatBytes(floats).subarray(0, 4)], [0, 0, 0x80, 0x3f]);
	t.deepEqual(floatsOf(floatBytes(floats)), floats);
});
