import test from 'ava';
import {yiddish, yiddishAblaut, yiddishInflections} from './yiddish-tables.ts';

test('spells Hebrew letters', (t) => {
	t.is(yiddish('gvt'), '\u05d2\u05d5\u05d8');
	t.is(yiddish('*'), 'GE');
});

test('knows endings and the vowels of strong verbs', (t) => {
	t.is(yiddishAblaut(yiddish('zvng'))?.key, yiddish('zyng'));
	t.is(yiddishInflections(yiddish('*mytn'))?.key, yiddish('mYd'));
	t.is(yiddishInflections('abc'), undefined);
});
