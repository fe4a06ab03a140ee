import test from 'ava';
import {measureHtml, unreadNodes} from './measure-html.ts';
import {parseHtml} from './parse-html.ts';

test('counts signs, those in links and those of running text, and leaves out what is not read', (t) => {
	const sentence = 'It rained for three days, and the river rose to the second step.';
	const tree = parseHtml(
		`<p>${sentence}</p><p><a href=x>one two</a></p><script>no</script><select><option>no</select>`,
	);
	const figures = measureHtml(tree, unreadNodes(tree));
	const signs = sentence.replaceAll(' ', '').length;
	t.is(figures.characters[0], signs + 6);
	t.is(figures.linked[0], 6);
	t.is(figures.good[0], signs);
	t.is(figures.good[1], signs);
});

test('signs of East Asian scripts count twice, and headings and links are no running text', (t) => {
	const tree = parseHtml('<h1>\u6f22\u5b57\u3002</h1><p><a href=x>\u6f22\u5b57</a></p>');
	const {characters, good} = measureHtml(tree, unreadNodes(tree));
	t.is(characters[0], 10);
	t.is(good[0], 0);
});

test('an element that holds a block stands as one', (t) => {
	const tree = parseHtml('<span><a><div>x</div></a></span><b>y</b>');
	const {blocks} = measureHtml(tree, unreadNodes(tree));
	t.deepEqual([...blocks], [1, 1, 1, 1, 0, 0, 0]);
});
