import {typeName} from '@millrace/core';
import {count, percentOf} from '../figures/amounts.ts';
import type {Report} from '../report.ts';
import {table, type Part} from './figure.ts';
import {markup} from './markup.ts';

const mostColumns = 300;

/** The columns with their types, nulls and ranges. */
export function columnsPart({columns, splits, roles}: Report): Part {
	const rows = splits.reduce((sum, split) => sum + split.rows, 0);
	const played = new Map(Object.entries(roles).map(([role, column]) => [column, role]));
	const figure = (value: number | undefined): string =>
		value === undefined
			? ''
			: Number.isInteger(value)
				? count(value).replace('-', '−')
				: String(Number(value.toPrecision(4)));
	return {
		id: 'columns',
		title: 'Columns',
		body: table(
			[
				{title: 'column'},
				{title: 'type'},
				{title: 'role'},
				...['nulls', 'least', 'mean', 'most'].map((title) => ({title, number: true})),
			],
			columns
				.slice(0, mostColumns)
				.map(({name, type, nulls, numbers}) => [
					markup`<code>${name}</code>`,
					typeName(type),
					played.get(name) ?? '',
					nulls === 0 ? '0' : `${count(nulls)} (${percentOf(nulls, rows)})`,
					figure(numbers?.min),
					figure(numbers?.mean),
					figure(numbers?.max),
				]),
		),
	};
}
