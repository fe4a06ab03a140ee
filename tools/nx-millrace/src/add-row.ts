import type {Tree} from '@nx/devkit';
import {withEntry} from './sorted-entries.ts';

/** Adds a row to the table of a page in docs, sorted by name; makes the page where there is none. */
export function addRow(tree: Tree, page: string, title: string, cells: readonly string[]): void {
	const row = `| ${cells.join(' | ')} |`;
	const text = tree.read(page, 'utf8');
	if (text === null) tree.write(page, `# ${title}\n\n| Name | What it is |\n| --- | --- |\n${row}\n`);
	else tree.write(page, withEntry(text, row, /^\| \[`?([^`\]]+).*$/gm));
}
