import test from 'ava';
import {textOf} from './html-tree.ts';
import {parseHtml} from './parse-html.ts';

test('gives the text below a node on one line, cut where asked', (t) => {
	const tree = parseHtml('<p>one\n <b>two</b>&amp;three</p>');
	t.is(textOf(tree, 0), 'one two&three');
	t.is(textOf(tree, 0, 5), 'one t');
});
