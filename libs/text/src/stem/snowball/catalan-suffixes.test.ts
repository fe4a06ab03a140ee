import test from 'ava';
import {catalanSuffixes} from './catalan-suffixes.ts';

test('knows what becomes of a suffix', (t) => {
	t.deepEqual(catalanSuffixes('biologia'), {key: 'log', text: 'logia'});
	t.deepEqual(catalanSuffixes('publiques'), {key: 'ic', text: 'iques'});
	t.deepEqual(catalanSuffixes('formacions'), {key: 'r2?', text: 'acions'});
	t.is(catalanSuffixes('xyz'), undefined);
});
