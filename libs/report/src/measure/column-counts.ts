import type {ColumnType, Table} from '@millrace/core';
import type {ColumnFigures} from '../report.ts';
import {isNumeric} from './row-values.ts';

/** Counts nulls and sums up numbers, column by column. */
export interface ColumnCounts {
	add(table: Table): void;
	figures(): readonly ColumnFigures[];
}

/** Columns of which something is to be counted; the others have no nulls and no numbers. */
export const countedColumns = (columns: readonly (readonly [string, ColumnType])[]): readonly string[] =>
	columns.filter(([, type]) => type.nullable === true || isNumeric(type)).map(([name]) => name);

/** Makes empty counts of some columns. */
export function columnCounts(columns: readonly (readonly [string, ColumnType])[]): ColumnCounts {
	const counts = columns.map(([name, type]) => ({
		name,
		type,
		counted: type.nullable === true || isNumeric(type),
		nulls: 0,
		rows: 0,
		min: Infinity,
		max: -Infinity,
		mean: 0,
	}));
	return {
		add({length, vectors}) {
			for (const count of counts) {
				const vector = count.counted ? vectors.get(count.name) : undefined;
				if (!vector) continue;
				const {values} = vector;
				const numeric = isNumeric(count.type);
				for (let row = 0; row < length; row++) {
					const value = values[row];
					if (value === null || value === undefined) count.nulls++;
					else if (numeric) {
						const number = Number(value);
						if (!Number.isFinite(number)) continue;
						count.rows++;
						count.min = Math.min(count.min, number);
						count.max = Math.max(count.max, number);
						count.mean += (number - count.mean) / count.rows;
					}
				}
			}
		},
		figures: () =>
			counts.map(({name, type, nulls, rows, min, mean, max}) => ({
				name,
				type,
				nulls,
				...(rows > 0 ? {numbers: {min, mean, max}} : {}),
			})),
	};
}
