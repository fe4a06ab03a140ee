import {isHeading, tag} from './html-tags.ts';
import type {HtmlTree} from './html-tree.ts';

/** What tables are written from. */
export interface TableSource {
	readonly tree: HtmlTree;
	readonly skipped: Uint8Array;
	readonly blocks: Uint8Array;
	/** The text within a node. */
	readonly inline: (node: number) => string;
}

/** Whether a table holds data: two columns or more, and cells of one paragraph at most; others only lay out a page. */
export function isDataTable({tree, blocks, skipped}: Omit<TableSource, 'inline'>, table: number): boolean {
	const {tags, ends} = tree;
	let [rows, most, row] = [0, 0, 0];
	for (let node = table + 1; node < (ends[table] ?? 0); node++) {
		if (skipped[node] === 1) {
			node = (ends[node] ?? node + 1) - 1;
			continue;
		}
		const name = tags[node] ?? 1;
		if (name === TABLE || isHeading(name) || name === PRE || name === UL || name === OL) return false;
		if (name === TR) {
			rows++;
			row = 0;
		} else if (name === TD || name === TH) {
			most = Math.max(most, ++row);
			if (blocksIn(node) > 1) return false;
		}
	}
	return rows > 1 && most > 1;

	function blocksIn(cell: number): number {
		let count = 0;
		for (let node = cell + 1; node < (ends[cell] ?? 0) && count < 2; node++)
			if (blocks[node] === 1 && skipped[node] !== 1 && blocks[tree.parents[node] ?? 0] === 1) count++;
		return count;
	}
}

/** Writes a table as a Markdown table, or as lines of cells with tabs between them. */
export function renderTable({tree, skipped, inline}: TableSource, table: number, markdown: boolean): string {
	const {tags, ends} = tree;
	const rows: {readonly cells: string[]; header: boolean}[] = [];
	let caption = '';
	for (let node = table + 1; node < (ends[table] ?? 0); node++) {
		const name = tags[node] ?? 1;
		if (skipped[node] === 1 || name === TD || name === TH || name === CAPTION) {
			if (skipped[node] !== 1) {
				const text = inline(node).replaceAll('\n', ' ');
				if (name === CAPTION) caption = text;
				else {
					const row = rows.at(-1);
					row?.cells.push(markdown ? text.replaceAll('|', '\\|') : text);
					if (row && name === TD) row.header = false;
				}
			}
			node = (ends[node] ?? node + 1) - 1;
		} else if (name === TR) rows.push({cells: [], header: true});
	}
	const filled = rows.filter(({cells}) => cells.some((cell) => cell !== ''));
	const width = filled.reduce((most, {cells}) => Math.max(most, cells.length), 0);
	if (filled.length === 0) return caption;
	const before = caption === '' ? '' : `${caption}\n\n`;
	if (!markdown) return before + filled.map(({cells}) => cells.join('\t')).join('\n');
	const line = (cells: readonly string[]): string =>
		`| ${Array.from({length: Math.min(width, MOST_COLUMNS)}, (_, at) => cells[at] ?? '').join(' | ')} |`;
	const [first, ...rest] = filled;
	const head = first?.header === true ? first.cells : [];
	const lines = first?.header === true ? rest : filled;
	return (
		before +
		[line(head), line(Array.from({length: width}, () => '---')), ...lines.map(({cells}) => line(cells))].join(
			'\n',
		)
	);
}

const MOST_COLUMNS = 100;

const [TABLE, TR, TD, TH, PRE, UL, OL, CAPTION] = [
	'table',
	'tr',
	'td',
	'th',
	'pre',
	'ul',
	'ol',
	'caption',
].map(tag);
