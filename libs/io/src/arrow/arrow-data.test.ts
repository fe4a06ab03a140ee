import test from 'ava';
import {arbitraryTable} from '@millrace/testing';
import {Utf8, Vector} from 'apache-arrow';
import fc from 'fast-check';
import {arrowData, packBits, unpackBits} from './arrow-data.ts';
import {arrowField} from './arrow-type.ts';
import {cellsOfValues} from './cells-of-values.ts';
import {columnCells} from './table.ts';

fc.configureGlobal({numRuns: 30});

test('bits are packed and unpacked, the lowest first', (t) => {
	t.deepEqual([...packBits(Uint8Array.of(1, 0, 1, 1, 0, 0, 0, 0, 1))], [0b1101, 1]);
	fc.assert(
		fc.property(fc.array(fc.nat(1)), (flags) => {
			t.deepEqual([...unpackBits(packBits(Uint8Array.from(flags)), flags.length)], flags);
		}),
	);
});

test('apache-arrow sees the nulls, the text and the numbers of the cells', (t) => {
	fc.assert(
		fc.property(arbitraryTable(), ({schema, table}) => {
			for (const [name, type] of schema) {
				const values = Array.from(table.vectors.get(name)?.values ?? []);
				const data = arrowData(arrowField(name, type), columnCells(table, name, type));
				const vector = new Vector([data]);
				t.is(data.nullCount, values.filter((value) => value === null).length);
				const plain = ['utf8', 'bool', 'int32', 'int64', 'float32', 'float64'].includes(type.kind);
				for (const [row, value] of values.entries()) {
					t.is(vector.isValid(row), value !== null);
					// apache-arrow drops a byte order mark.
					const seen = typeof value === 'string' ? value.replace(/^\ufeff/, '') : value;
					if (plain) t.is(vector.get(row), seen);
				}
			}
		}),
	);
});

test('cells of another type are refused', (t) => {
	const cells = cellsOfValues({kind: 'int32'}, [1], 'a');
	t.throws(() => arrowData({type: new Utf8()}, cells), {
		code: 'schema',
		message: /found those of a fixed column/,
	});
});
