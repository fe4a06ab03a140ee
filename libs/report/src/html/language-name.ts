/** A language's code with its English name where it has one: `German (de)`. */
export function languageName(code: string): string {
	const name = nameOf(code);
	return name === undefined || name === code ? code : `${name} (${code})`;
}

const english = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'});

function nameOf(code: string): string | undefined {
	try {
		return english.of(code);
	} catch (error) {
		// Any text may stand in a column of languages.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}
