import test from 'ava';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {cellsOfValues} from './cells-of-values.ts';
import {sliceCells, takeCells} from './move-cells.ts';

fc.configureGlobal({numRuns: 30});

test('taken and sliced cells are those of the values taken and sliced', (t) => {
	fc.assert(
		fc.property(
			arbitraryTable(),
			fc.array(fc.nat(), {maxLength: 60}),
			fc.nat(),
			fc.nat(),
			({schema, table}, picks, a, b) => {
				const {length} = table;
				const indices = length === 0 ? [] : picks.map((pick) => pick % length);
				const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((one, other) => one - other);
				for (const [name, type] of schema) {
					const values = Array.from(table.vectors.get(name)?.values ?? []);
					const cells = cellsOfValues(type, values, name);
					const taken = indices.map((index) => values[index]);
					t.deepEqual(takeCells(cells, Int32Array.from(indices)), cellsOfValues(type, taken, name));
					t.deepEqual(sliceCells(cells, start, end), cellsOfValues(type, values.slice(start, end), name));
				}
			},
		),
	);
});

test('a slice shares its bytes', (t) => {
	const cells = cellsOfValues({kind: 'utf8'}, ['ab', 'cd'], 'a');
	const slice = sliceCells(cells, 1, 2);
	t.true(slice.kind === 'bytes' && cells.kind === 'bytes' && slice.bytes.buffer === cells.bytes.buffer);
});
