import test from 'ava';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {cellsOfValues} from './cells-of-values.ts';
import {concatCells} from './concat-cells.ts';
import {columnCells} from './table.ts';
import {sliceCells} from './move-cells.ts';

fc.configureGlobal({numRuns: 30});

test('parts of any lengths, one after the other, are the cells that they were cut from', (t) => {
	fc.assert(
		fc.property(arbitraryTable(), fc.array(fc.nat(40), {maxLength: 4}), ({schema, table}, cuts) => {
			const ends = [0, ...cuts.map((cut) => Math.min(cut, table.length)).sort((a, b) => a - b), table.length];
			for (const [name, type] of schema) {
				const cells = columnCells(table, name, type);
				const parts = ends.slice(1).map((end, index) => sliceCells(cells, ends[index] ?? 0, end));
				t.deepEqual(concatCells(type, parts), cells);
			}
		}),
	);
});

test('no parts are a column without rows, one is shared', (t) => {
	const type = {kind: 'list', of: {kind: 'utf8'}} as const;
	t.deepEqual(concatCells(type, []), cellsOfValues(type, [], 'a'));
	const cells = cellsOfValues(type, [['a']], 'a');
	t.is(concatCells(type, [cells]), cells);
});
