import test from 'ava';
import {figure, section, table} from './figure.ts';
import {markup} from './markup.ts';

test('a figure has its takeaway, and its table behind a summary', (t) => {
	const data = table([{title: 'a'}, {title: 'rows', number: true}], [['<x>', '5']]);
	const {source} = figure('All is well.', markup`<svg/>`, data, 'legend');
	t.regex(
		source,
		/^<figure><figcaption>All is well\.<\/figcaption><svg\/><p class="legend">legend<\/p><details/,
	);
	t.regex(
		source,
		/<th scope="col" class="number">rows<\/th>.*<td class="text">&#60;x&#62;<\/td><td class="number">5</,
	);
});

test('a section is named by its heading', (t) => {
	t.is(
		section({id: 'a', title: 'A', body: 'b'}).source,
		'<section id="a" aria-labelledby="a-title"><h2 id="a-title">A</h2>b</section>',
	);
});
