import {int32, type AnyRow, type Output} from '@millrace/core';
import test from 'ava';
import {outputFaults} from './output-faults.ts';

const adds = {n: int32};
const good: Output<AnyRow> = {length: 2, columns: {n: [1, 2]}};

const sound: readonly (readonly [title: string, output: Output<AnyRow>])[] = [
	['one row for each', good],
	[
		'a row dropped',
		{length: 1, columns: {n: [1]}, source: Int32Array.of(1), drops: [{row: 0, reason: 'too-short'}]},
	],
	[
		'a row quarantined',
		{length: 1, columns: {n: [1]}, source: Int32Array.of(0), quarantines: [{row: 1, error: 'broken'}]},
	],
	[
		'several rows of one',
		{length: 3, columns: {n: [1, 2, 3]}, source: Int32Array.of(0, 0, 1), child: Int32Array.of(0, 1, 0)},
	],
];

for (const [title, output] of sound) {
	test(`finds nothing wrong with ${title}`, (t) => {
		t.deepEqual(outputFaults(output, adds, 2), []);
	});
}

const faulty: readonly (readonly [title: string, output: Output<AnyRow>, fault: RegExp])[] = [
	[
		'a row that is lost',
		{length: 1, columns: {n: [1]}, source: Int32Array.of(0)},
		/^row 1: expected one of kept, dropped or quarantined, found 0$/,
	],
	['a row that is kept and dropped', {...good, drops: [{row: 0, reason: 'x'}]}, /^row 0: .+ found 2$/],
	['a missing source', {length: 1, columns: {n: [1]}}, /^source is absent, so expected 2 rows, found 1/],
	[
		'sources out of order',
		{...good, source: Int32Array.of(1, 0)},
		/^source, row 1: expected from 1 to 1, found 0$/,
	],
	[
		'several rows of one that are not children',
		{length: 3, columns: {n: [1, 2, 3]}, source: Int32Array.of(0, 0, 1)},
		/^child, row 1/,
	],
	[
		'a value of another type',
		{length: 2, columns: {n: [1, 'b']}},
		/^column n, row 1: expected int32, found the text "b"$/,
	],
	['a missing value', {length: 2, columns: {n: [1]}}, /^column n: expected 2 values of int32, found 1$/],
	[
		'a column that was not declared',
		{length: 2, columns: {n: [1, 2], m: [1, 2]}},
		/^column m is not among those that the step adds \(n\)$/,
	],
	[
		'a reason that is a sentence',
		{length: 1, columns: {n: [1]}, source: Int32Array.of(0), drops: [{row: 1, reason: 'It is too short'}]},
		/^row 1: expected a short reason/,
	],
];

for (const [title, output, fault] of faulty) {
	test(`finds ${title}`, (t) => {
		const faults = outputFaults(output, adds, 2);
		t.true(
			faults.some((each) => fault.test(each)),
			faults.join('\n'),
		);
	});
}
