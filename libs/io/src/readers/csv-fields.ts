/** A field of a record. */
export interface CsvField {
	readonly text: string;
	readonly quoted: boolean;
}

/** Splits a record into fields, or says why it cannot. Two quotes within a quoted field stand for one. */
export function csvFields(
	record: string,
	delimiter: string,
	quote: string | undefined,
): readonly CsvField[] | string {
	if (quote === undefined || !record.includes(quote))
		return record.split(delimiter).map((text) => ({text, quoted: false}));
	const fields: CsvField[] = [];
	for (let at = 0; ;) {
		if (record[at] === quote) {
			const end = closing(record, at + 1, quote);
			if (end === -1) return `field ${fields.length + 1}: expected a closing quote, found none`;
			fields.push({text: record.slice(at + 1, end).replaceAll(quote + quote, quote), quoted: true});
			if (end + 1 === record.length) return fields;
			if (record[end + 1] !== delimiter)
				return `field ${fields.length}: expected the delimiter after the closing quote, found ${JSON.stringify(record[end + 1])}`;
			at = end + 2;
		} else {
			const end = record.indexOf(delimiter, at);
			fields.push({text: end === -1 ? record.slice(at) : record.slice(at, end), quoted: false});
			if (end === -1) return fields;
			at = end + 1;
		}
	}
}

function closing(record: string, from: number, quote: string): number {
	let at = record.indexOf(quote, from);
	while (at !== -1 && record[at + 1] === quote) at = record.indexOf(quote, at + 2);
	return at;
}
