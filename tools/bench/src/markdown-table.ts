/** A Markdown table whose columns are aligned in the source too; a bar within a cell is escaped. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
	const cells = [headers, ...rows].map((row) =>
		headers.map((_, column) => (row[column] ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')),
	);
	const widths = headers.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
	const numeric = headers.map(
		(_, column) => rows.length > 0 && cells.slice(1).every((row) => /^(-|[\d.,]+)$/.test(row[column] ?? '')),
	);
	const line = (row: readonly string[]): string =>
		`| ${row.map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
	const rule = widths.map((width, column) =>
		numeric[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
	);
	const [head = [], ...body] = cells;
	return [line(head), line(rule), ...body.map(line), ''].join('\n');
}
