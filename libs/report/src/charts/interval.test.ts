import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {interval} from './interval.ts';

test('shows the share, its interval and what it is to be told from', (t) => {
	const found = interval(0.8, [0.75, 0.84], {share: 0.5, name: 'majority class'}, 'Accuracy');
	t.is(textOf(found), 'majority class 50.0 % 80.0 %');
	t.regex(found.source, /class="range" x1="75%" x2="84%"/);
	t.notRegex(interval(1, [0.9, 1], null, 'Accuracy').source, /other/);
});
