import test from 'ava';
import {markedPages} from './marked-pages.ts';

const halves = {development: markedPages('development'), 'held-out': markedPages('held-out')};

test('there are 40 pages and more, of four kinds in each half, and no site is in both', (t) => {
	t.true(halves.development.length + halves['held-out'].length >= 40);
	for (const pages of Object.values(halves))
		t.deepEqual([...new Set(pages.map(({kind}) => kind))].sort(), [
			'article',
			'documentation',
			'forum',
			'shop',
		]);
	const sites = Object.values(halves).map(
		(pages) => new Set(pages.map(({name}) => name.split('-').slice(0, 2).join('-'))),
	);
	t.deepEqual([...(sites[0] ?? new Set()).intersection(sites[1] ?? new Set())], []);
});

test('every page has marked text and text that is not, and no mark is left in it', (t) => {
	for (const {name, html, text} of Object.values(halves).flat()) {
		t.true(text.length > 250, name);
		t.notRegex(html, /<!--\/?main/, name);
		t.true(html.length > text.length * 1.2, name);
	}
});
