import test from 'ava';
import {bool, int32, int64, list, nullable, struct, utf8} from '@millrace/core';
import {jsonColumnFaults} from './json-column-faults.ts';

test('columns that any record fits have no fault', (t) => {
	const columns = {text: utf8, n: nullable(int64), tags: list(utf8), at: struct({line: int32})};
	t.deepEqual(jsonColumnFaults(columns, [{text: 1}, {text: 'a', tags: [], at: {line: 1}}]), []);
	t.deepEqual(jsonColumnFaults({n: int64}, [{n: 2 ** 60}]), []);
	t.deepEqual(jsonColumnFaults(columns, []), [], 'no records, no faults');
});

test('a column that is missing or of another type in all records is named, with what is there', (t) => {
	const faults = jsonColumnFaults({text: utf8, n: int32, yes: bool}, [{n: 1.5, yes: 'x'}, {n: 2.5}]);
	t.is(faults.length, 4);
	const found = faults.join('\n');
	t.regex(found, /text/);
	t.regex(found, /column n .*float64.*int32/);
	t.regex(found, /column yes .*utf8.*bool/);
	t.regex(found, /fields there: n, yes/);
});

test('a nullable column may be missing, but not where a field has nearly its name', (t) => {
	t.deepEqual(jsonColumnFaults({licence: nullable(utf8)}, [{text: 'a'}]), []);
	t.regex(jsonColumnFaults({licence: nullable(utf8)}, [{license: 'a'}]).join(), /perhaps.*license/);
});
