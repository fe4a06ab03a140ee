/** The commands of a Markdown page's `sh` blocks, in order; a line that ends in a backslash goes on. */
export function readmeCommands(page: string): readonly string[] {
	return [...page.matchAll(/^```(?:sh|bash|shell)\n([\s\S]*?)^```/gm)]
		.flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
		.map((line) =>
			line
				.replace(/^\$ /, '')
				.replace(/(?:^|\s+)#.*$/, '')
				.trim(),
		)
		.filter((line) => line !== '');
}
