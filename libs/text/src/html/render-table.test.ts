import test from 'ava';
import {textOf} from './html-tree.ts';
import {measureHtml, unreadNodes} from './measure-html.ts';
import {parseHtml} from './parse-html.ts';
import {isDataTable, renderTable} from './render-table.ts';

const source = (html: string) => {
	const tree = parseHtml(html);
	const skipped = unreadNodes(tree);
	return {
		tree,
		skipped,
		blocks: measureHtml(tree, skipped).blocks,
		inline: (node: number) => textOf(tree, node),
	};
};
const table = '<table><caption>c</caption><tr><th>a|b<th>d<tr><td><p>e</p><td>f<tr><td>g</table>';

test('writes a table as Markdown or as lines of cells', (t) => {
	t.is(renderTable(source(table), 1, true), 'c\n\n| a\\|b | d |\n| --- | --- |\n| e | f |\n| g |  |');
	t.is(renderTable(source(table), 1, false), 'c\n\na|b\td\ne\tf\ng');
	t.is(
		renderTable(source('<table><tr><td>a<td>b<tr><td>c<td>d</table>'), 1, true),
		'|  |  |\n| --- | --- |\n| a | b |\n| c | d |',
	);
});

test('tells tables of data from those that lay out a page', (t) => {
	t.true(isDataTable(source(table), 1));
	for (const html of [
		'<table><tr><td>a<td>b</table>',
		'<table><tr><td>a<tr><td>b</table>',
		'<table><tr><td><table></table><td>a<tr><td>b</table>',
		'<table><tr><td><p>a</p><p>b</p><td>c<tr><td>d<td>e</table>',
		'<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>',
	])
		t.false(isDataTable(source(html), 1), html);
});
