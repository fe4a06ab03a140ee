import test from 'ava';
import {checkBytesBatch} from './check-bytes-batch.ts';

const bytes = new Uint8Array(10);

test('counts the rows of a sound batch', (t) => {
	t.is(checkBytesBatch({bytes, offsets: Int32Array.of(0)}), 0);
	t.is(checkBytesBatch({bytes, offsets: Int32Array.of(10)}), 0);
	t.is(checkBytesBatch({bytes, offsets: Int32Array.of(2, 2, 2, 10)}), 3);
});

const broken = [
	{title: 'no offsets at all', offsets: [], says: 'expected n + 1 offsets for n rows, found none'},
	{title: 'a negative first offset', offsets: [-1, 3], says: 'expected offsets[0] to be 0 or more, found -1'},
	{
		title: 'a descending offset',
		offsets: [0, 6, 5, 9],
		says: 'expected offsets[2] to be 6 or more, as offsets[1] is, found 5',
	},
	{title: 'a negative later offset', offsets: [0, -2147483648], says: 'expected offsets[1] to be 0 or more'},
	{
		title: 'an offset behind the bytes',
		offsets: [0, 11],
		says: 'expected offsets[1] to be at most 10, the bytes there are, found 11',
	},
];

for (const {title, offsets, says} of broken) {
	test(`refuses ${title}`, (t) => {
		const error = t.throws(() => checkBytesBatch({bytes, offsets: Int32Array.from(offsets)}), {
			instanceOf: RangeError,
		});
		t.true(error.message.includes(says), error.message);
	});
}
