import stringWidth from 'string-width';
import type {Paint, Tone} from './paint.ts';
import {padTo, shorten, wrap} from './shorten.ts';

export interface TableColumn {
	readonly title: string;
	readonly align?: 'left' | 'right';
	/** Columns of the terminal that a shortened cell keeps at least; numbers are never shortened. */
	readonly least?: number;
}

/** A cell's text, fit for one line. */
export type Cell = string | {readonly text: string; readonly tone: Tone};

/**
 * Lays rows out as lines of at most `width` columns. The widest columns of text are shortened until all fit; where
 * even that is too wide, each row becomes a block of `title value` lines.
 */
export function table(
	columns: readonly TableColumn[],
	rows: readonly (readonly Cell[])[],
	width: number,
	paint: Paint,
): readonly string[] {
	const natural = columns.map(({title}, index) =>
		Math.max(...[title, ...rows.map((row) => textOf(row[index]))].map((text) => stringWidth(text))),
	);
	const widths = fitted(columns, natural, width - gap.length * (columns.length - 1));
	if (!widths) return blocks(columns, rows, width, paint);
	const line = (cells: readonly Cell[]): string =>
		columns
			.map(({align}, index) => {
				const cell = cells[index] ?? '';
				const padded = padTo(shorten(textOf(cell), widths[index] ?? 0), widths[index] ?? 0, align);
				return paint(
					toneOf(cell),
					index === columns.length - 1 && align !== 'right' ? padded.trimEnd() : padded,
				);
			})
			.join(gap)
			.trimEnd();
	return [line(columns.map(({title}) => ({text: title, tone: 'quiet'}))), ...rows.map(line)];
}

const gap = '  ';
const leastWidth = 10;

const textOf = (cell: Cell | undefined): string => (typeof cell === 'object' ? cell.text : (cell ?? ''));
const toneOf = (cell: Cell): Tone => (typeof cell === 'object' ? cell.tone : 'plain');

/** The widths of columns that share so much room; undefined where there is too little. */
function fitted(
	columns: readonly TableColumn[],
	natural: readonly number[],
	room: number,
): readonly number[] | undefined {
	const least = columns.map(({align, least: own = leastWidth}, index) =>
		align === 'right' ? (natural[index] ?? 0) : Math.min(natural[index] ?? 0, own),
	);
	if (sum(least) > room) return undefined;
	const capped = (cap: number): readonly number[] =>
		natural.map((own, index) => Math.max(least[index] ?? 0, Math.min(own, cap)));
	let [low, high] = [0, Math.max(0, ...natural)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (sum(capped(middle)) <= room) low = middle;
		else high = middle - 1;
	}
	return spread(capped(low), natural, room);
}

/** Gives the columns left over by rounding to those that were shortened. */
function spread(widths: readonly number[], natural: readonly number[], room: number): readonly number[] {
	let left = room - sum(widths);
	return widths.map((own, index) => {
		const more = Math.min(left, (natural[index] ?? 0) > own ? 1 : 0);
		left -= more;
		return own + more;
	});
}

/** Lines that a cell of a block has at most. */
const mostLines = 4;

function blocks(
	columns: readonly TableColumn[],
	rows: readonly (readonly Cell[])[],
	width: number,
	paint: Paint,
): readonly string[] {
	const titles = Math.min(Math.max(...columns.map(({title}) => stringWidth(title))), Math.floor(width / 3));
	const entry = ({title}: TableColumn, cell: Cell): readonly string[] => {
		const lines = wrap(textOf(cell), width - titles - gap.length, mostLines);
		return lines.map(
			(line, index) =>
				`${paint('quiet', padTo(index === 0 ? shorten(title, titles) : '', titles))}${gap}${paint(toneOf(cell), line)}`,
		);
	};
	return rows.flatMap((row, number) => [
		...(number > 0 ? [''] : []),
		...columns.flatMap((column, index) => entry(column, row[index] ?? '')),
	]);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
