import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {parseExact} from '../readers/parse-exact.ts';
import {jsonWriter} from './json-value.ts';
import {sameJson} from './same-json.ts';

fc.configureGlobal({numRuns: 30});

type Scalar = Exclude<ColumnType['kind'], 'list' | 'struct'>;

test('whatever was written as JSON is the same as what it was written of', (t) => {
	fc.assert(
		fc.property(arbitraryTable({json: true}), ({schema, table}) => {
			for (const [name, type] of schema) {
				const write = jsonWriter(type, name);
				const same = sameJson(type);
				for (const value of Array.from(table.vectors.get(name)?.values ?? []))
					t.true(same(parseExact(write(value)), value));
			}
		}),
	);
});

test('another value is not the same, if it differs only in form', (t) => {
	const other: readonly (readonly [Scalar, unknown, unknown])[] = [
		['float64', 0, -0],
		['float64', 1, null],
		['float64', null, 1],
		['int64', '7', 7n],
		['int64', 2 ** 53, 2n ** 53n],
		['timestamp', '1970-01-01T00:00:00Z', 0n],
		['timestamp', '1970-01-01T00:00:00.000001Z', 0n],
		['binary', 'YQ', Buffer.from('a')],
		['binary', 'YQ=\n=', Buffer.from('a')],
		['utf8', undefined, null],
		['utf8', 'null', null],
		['bool', 1, true],
	];
	for (const [kind, found, expected] of other)
		t.false(sameJson({kind, nullable: true})(found, expected), `${kind} ${String(found)}`);
});

test('a list or struct is the same where it has the same items or fields, and no others', (t) => {
	const list = sameJson({kind: 'list', of: {kind: 'int32'}});
	t.true(list([1, 2], Int32Array.of(1, 2)));
	t.false(list([1], [1, 2]));
	t.false(list([1, 2], [1]));
	t.false(list({0: 1, length: 1}, [1]));
	const type: ColumnType = {kind: 'struct', fields: {a: {kind: 'int32'}, b: {kind: 'int32', nullable: true}}};
	const struct = sameJson(type);
	t.true(struct({b: null, a: 1}, {a: 1, b: null}));
	t.false(struct({a: 1}, {a: 1, b: null}));
	t.false(struct({a: 1, b: null, c: 1}, {a: 1, b: null}));
});
