import test from 'ava';
import {bar, seriesColour} from './bar.ts';

test('parts stand side by side, and what is there is seen', (t) => {
	const {source} = bar([
		{share: 0.5, colour: 'kept', title: 'a'},
		{share: 0, colour: 'lost', title: 'none'},
		{share: 0.00001, colour: 'series-0', title: 'b'},
	]);
	t.deepEqual(
		[...source.matchAll(/class="([\w-]+)" x="([\d.]+)" y="0" width="([\d.]+)"/g)].map(
			([, ...found]) => found,
		),
		[
			['kept', '0', '500'],
			['series-0', '500', '2'],
		],
	);
});

test('the version before has its mark within the bar', (t) => {
	t.regex(bar([], 1).source, /<rect class="was" x="996"/);
	t.notRegex(bar([]).source, /was/);
});

test('series have colours, again and again', (t) => {
	t.deepEqual([0, 1, 5].map(seriesColour), ['series-0', 'series-1', 'series-0']);
});
