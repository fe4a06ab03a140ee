import type {ColumnType} from '@millrace/core';

/** Turns a value of a column to the text that stands for it in a prompt. */
export type FormatValue = (value: unknown) => string;

/**
 * How the values of a column are written: text as it is, numbers and truth values plainly, the items of a list with
 * `join` between them. Says why where a column of that type cannot be written.
 */
export function formatValue(type: ColumnType, join: string | undefined): FormatValue | string {
	if (type.nullable) return 'may be null; narrow it with .required(), or derive a text column';
	switch (type.kind) {
		case 'float32':
			return (value) => (typeof value === 'number' ? shortest(value) : String(value));
		case 'utf8':
		case 'bool':
		case 'int32':
		case 'int64':
		case 'float64':
			return String;
		case 'list': {
			if (join === undefined)
				return 'is a list; say what stands between its items, such as {join: {tags: ", "}}';
			const item =
				type.of.kind === 'list' ? 'is a list of lists; derive a text column' : formatValue(type.of, join);
			return typeof item === 'string'
				? `has items that cannot be written: each ${item}`
				: (value) => (Array.isArray(value) ? value.map((one) => item(one)).join(join) : String(value));
		}
		default:
			return `is ${type.kind}, which has no plain text; derive a text column`;
	}
}

/** The shortest decimal that is this number of 32 bits, whether or not the value was rounded to them before. */
function shortest(value: number): string {
	const rounded = Math.fround(value);
	for (let digits = 1; digits < 9; digits++) {
		const short = Number(rounded.toPrecision(digits));
		if (Math.fround(short) === rounded) return String(short);
	}
	return String(Number.isFinite(rounded) ? Number(rounded.toPrecision(9)) : rounded);
}
