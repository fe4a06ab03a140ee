import test from 'ava';
import {parsedJson} from './parsed-json.ts';

test('the value of a JSON text, undefined where it is torn', (t) => {
	t.deepEqual(parsedJson('{"a": [1, null]}'), {a: [1, null]});
	t.is(parsedJson('null'), null);
	for (const torn of ['', '{"a": [1,', '{"a": 1}{', '\0\0\0']) t.is(parsedJson(torn), undefined, torn);
});
