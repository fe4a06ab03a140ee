import test from 'ava';
import {distributionOf} from '../../fixtures/sample-report.ts';
import {histogram} from './histogram.ts';

test('each bin with rows has a bar, whose title tells its rows', (t) => {
	const {source} = histogram(distributionOf([1, 1, 20, 21, 400]), 'lengths');
	t.deepEqual(
		[...source.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title),
		['1: 2 (40.0 %)', '20–21: 2 (40.0 %)', '384–415: 1 (20.0 %)'],
	);
	t.notRegex(source, /outline/);
	t.regex(source, /role="img" aria-label="lengths"/);
});

test('marks and ticks stay within the picture, whatever the lengths', (t) => {
	for (const lengths of [[0], [5], [0, 2 ** 31 - 1], [7, 7, 7], [1, 10, 100, 1000, 10_000]]) {
		const {source} = histogram(distributionOf(lengths), 'l', distributionOf([1, 2, 3]));
		t.regex(source, /class="outline"/);
		for (const [, x] of source.matchAll(/ x="([\d.-]+)%"/g)) t.true(Number(x) >= 0 && Number(x) <= 100, x);
		t.notRegex(source, /NaN|Infinity/);
	}
});
