/** Kinds of change that occur often enough in the lines of these changelogs to be learned. */
export const changeKinds: readonly string[] = [
	'Added',
	'Breaking',
	'Changed',
	'Documentation',
	'Fixed',
	'Maintenance',
	'Removed',
	'Security',
];

/** The outermost npm package that a path below node_modules belongs to. */
export const packageOf = (path: string): string =>
	/(?:^|.*node_modules\/)((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? '';

/** A line in lower case with digits and signs left out, by which lines of the same form are found. */
export const lineForm = (text: string): string =>
	text
		.toLowerCase()
		.replace(/`[^`]*`|[^\p{L}]+/gu, ' ')
		.trim();
