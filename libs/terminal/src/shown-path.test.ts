import test from 'ava';
import {shownPath} from './shown-path.ts';

test('a path below is relative, any other stays whole', (t) => {
	t.is(shownPath('/data/docs/v1', '/data'), 'docs/v1');
	t.is(shownPath('/data', '/data'), '.');
	t.is(shownPath('/tmp/docs', '/data'), '/tmp/docs');
});
