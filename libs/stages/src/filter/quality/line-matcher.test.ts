import test from 'ava';
import {lineMatcher} from './line-matcher.ts';

test('fits any of several patterns, whatever the case', (t) => {
	const matches = lineMatcher(['Home', 'share this *', '*read*more*']);
	t.deepEqual(['HOME', 'home page', 'Share this now', 'Please read the rest: more.'].map(matches), [
		true,
		false,
		true,
		true,
	]);
});

test('fits nothing without patterns', (t) => {
	t.false(lineMatcher([])(''));
});
