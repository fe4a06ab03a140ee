import test from 'ava';
import {gramBuffer} from './gram-buffer.ts';

test('lays grams out behind their kinds, and grows', (t) => {
	const grams = gramBuffer(2);
	const bytes = Buffer.from('abcdef');
	for (let turn = 0; turn < 2; turn++) {
		grams.clear();
		grams.add(1, bytes, 0, 2);
		grams.add(2, bytes, 2, 6);
		t.is(grams.count(), 2);
		t.is(grams.bytes(), 8);
		const {bytes: laid, offsets} = grams.batch();
		t.deepEqual([...laid], [1, ...Buffer.from('ab'), 2, ...Buffer.from('cdef')]);
		t.deepEqual([...offsets], [0, 3, 8]);
	}
	for (let index = 0; index < 5000; index++) grams.add(1, bytes, 0, 1);
	t.is(grams.batch().offsets.length, 5003);
});
