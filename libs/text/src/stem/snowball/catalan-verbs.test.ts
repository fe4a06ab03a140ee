import test from 'ava';
import {catalanVerbs} from './catalan-verbs.ts';

test('knows verb endings, and the one that the second region alone may lose', (t) => {
	t.deepEqual(catalanVerbs('cantaven'), {key: '', text: 'aven'});
	t.deepEqual(catalanVerbs('cantando'), {key: 'r2?', text: 'ando'});
	t.is(catalanVerbs('xyz'), undefined);
});
