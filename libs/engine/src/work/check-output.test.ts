import type {AnyRow, Output} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {checkOutput} from './check-output.ts';

const check = (output: Output<AnyRow>, rows: number): void => {
	checkOutput(output, rows, 'stage', 'partition p');
};

const columns = {};

test('every row in one of source, drops and quarantines is an account', (t) => {
	const fates = fc.array(fc.constantFrom('kept', 'twice', 'dropped', 'quarantined' as const), {
		maxLength: 40,
	});
	fc.assert(
		fc.property(fates, fc.nat(), (all, at) => {
			const rows = (fate: string) => all.flatMap((each, row) => (each === fate ? [row] : []));
			const source = all.flatMap((each, row) =>
				each === 'kept' ? [row] : each === 'twice' ? [row, row] : [],
			);
			const output = {
				length: source.length,
				columns,
				source: Int32Array.from(source),
				drops: rows('dropped').map((row) => ({row, reason: 'no'})),
				quarantines: rows('quarantined').map((row) => ({row, error: 'oh'})),
			};
			t.notThrows(() => {
				check(output, all.length);
			});
			if (all.length === 0) return;
			const lost = at % all.length;
			const kept = source.filter((row) => row !== lost);
			const without = {
				...output,
				length: kept.length,
				source: Int32Array.from(kept),
				drops: output.drops.filter(({row}) => row !== lost),
				quarantines: output.quarantines.filter(({row}) => row !== lost),
			};
			const message = `stage stage, partition p: the accounts do not balance: row ${lost} of a batch is lost, with 0 others of ${all.length}; the stage must name every row once, in source, drops or quarantines.`;
			t.throws(
				() => {
					check(without, all.length);
				},
				{code: 'accounts', message},
			);
		}),
	);
});

test('without lists the rows are one to one', (t) => {
	t.notThrows(() => {
		check({length: 3, columns}, 3);
	});
	t.throws(
		() => {
			check({length: 2, columns}, 3);
		},
		{message: /expected 3 rows out, found 2/},
	);
});

test('a loss that another mistake makes up for is found', (t) => {
	const dropped = {length: 2, columns, source: Int32Array.of(0, 2), drops: [{row: 0, reason: 'no'}]};
	t.throws(
		() => {
			check(dropped, 3);
		},
		{message: /row 0 of a batch is named twice/},
	);
	const twice = {
		length: 1,
		columns,
		source: Int32Array.of(0),
		drops: [
			{row: 1, reason: 'no'},
			{row: 1, reason: 'no'},
		],
	};
	t.throws(
		() => {
			check(twice, 3);
		},
		{message: /row 1 of a batch is named twice/},
	);
	const both = {length: 2, columns, drops: [{row: 1, reason: 'no'}]};
	t.throws(
		() => {
			check(both, 2);
		},
		{message: /row 1 of a batch is named twice/},
	);
});

test('rows that are not there, out of order or without a partner are refused', (t) => {
	const faults: readonly (readonly [Output<AnyRow>, RegExp])[] = [
		[{length: 2, columns, source: Int32Array.of(1, 0)}, /from 1 to 1, ascending, found 0/],
		[{length: 2, columns, source: Int32Array.of(0, 2)}, /from 0 to 1, ascending, found 2/],
		[{length: 2, columns, source: Int32Array.of(-1, 0)}, /found -1/],
		[{length: 2, columns, source: Int32Array.of(0)}, /a source for each of 2 rows out, found 1/],
		[{length: 2, columns, child: Int32Array.of(0)}, /a child number for each of 2 rows out, found 1/],
		[{length: 0, columns, source: new Int32Array(0), drops: [{row: 2, reason: 'no'}]}, /found 2/],
		[{length: 0, columns, source: new Int32Array(0), quarantines: [{row: 0.5, error: 'oh'}]}, /found 0\.5/],
	];
	for (const [output, message] of faults)
		t.throws(
			() => {
				check(output, 2);
			},
			{code: 'accounts', message},
		);
});
