import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {barRows} from './bar-rows.ts';

const rows = [
	{name: 'a', rows: 1500, share: 0.75, title: 'a'},
	{name: '<b>', rows: 500, share: 0.25, before: 0.5, title: 'b'},
];

test('names and figures are text; the longest bar fills its room', (t) => {
	const found = barRows(rows);
	t.is(textOf(found), 'a 1,500 75.0 % a <b> 500 25.0 % b');
	t.deepEqual(
		[...found.source.matchAll(/(?:kept|was)" x="([\d.]+)" y="0" width="([\d.]+)"/g)].map(([, x, width]) => [
			x,
			width,
		]),
		[
			['0', '1000'],
			['0', '333.3'],
			['666.7', '4'],
		],
	);
});

test('a full bar may be all', (t) => {
	t.regex(barRows(rows, 1).source, /kept" x="0" y="0" width="750"/);
	t.is(barRows([]).source, '<ul class="bars"></ul>');
});
