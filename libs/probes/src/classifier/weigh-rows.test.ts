import test from 'ava';
import {weighRows} from './weigh-rows.ts';

// Buckets 1 (in two rows), 2 (in one), 3 (in three).
const gathered = {
	rows: 4,
	counts: {
		starts: Float64Array.of(0, 2, 4, 5, 5),
		columns: Int32Array.of(1, 3, 1, 3, 3),
		values: Float32Array.of(2, 1, 1, 1, 5),
	},
	frequency: Int32Array.of(0, 2, 1, 3),
};

test('gives rows of length 1 by sublinear tf-idf, as scikit-learn does', (t) => {
	const {weighed, buckets, idf} = weighRows(gathered, 2, 100);
	t.deepEqual([...buckets], [1, 3]);
	const factors = [1 + Math.log(5 / 3), 1 + Math.log(5 / 4)];
	t.deepEqual([...idf], factors.map(Math.fround));
	const [a, b] = [(1 + Math.log(2)) * (factors[0] ?? 0), factors[1] ?? 0];
	t.true(Math.abs((weighed.values[0] ?? 0) - a / Math.hypot(a, b)) < 1e-6);
	for (const row of [0, 1, 2]) {
		const values = weighed.values.subarray(weighed.starts[row], weighed.starts[row + 1]);
		t.true(Math.abs(Math.hypot(...values) - 1) < 1e-6);
	}
	t.is(weighed.starts[4], 5, 'a row without features stays empty');
});

test('keeps the most frequent buckets where there are too many', (t) => {
	t.deepEqual([...weighRows(gathered, 1, 2).buckets], [1, 3]);
	t.deepEqual([...weighRows(gathered, 1, 9).buckets], [1, 2, 3]);
});
