/** The names in the first column of a Markdown page's tables: `| [name](page) | … |` or `` | `name` | … | ``. */
export function docsRows(page: string): readonly string[] {
	return page
		.split('\n')
		.map((line) => /^\| *\[?`?([a-z0-9][a-z0-9-]*)`?\]?(?:\([^)]*\))? *\|/.exec(line)?.[1])
		.filter((name) => name !== undefined);
}

/** Says which of the names lack a row on a page, and which rows name nothing. */
export function rowFaults(where: string, page: string, names: readonly string[]): readonly string[] {
	const rows = docsRows(page);
	return [
		...names
			.filter((name) => !rows.includes(name))
			.map((name) => `${where} has no row for ${name}; add one.`),
		...rows
			.filter((row) => !names.includes(row))
			.map((row) => `${where} has a row for ${row}, which does not exist; remove it.`),
	];
}
