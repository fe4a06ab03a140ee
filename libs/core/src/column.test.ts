import test from 'ava';
import {int32, list, nullable, struct, utf8} from './column.ts';

test('a column holds its type as plain data', (t) => {
	const message = struct({role: utf8, parts: list(nullable(utf8))});
	t.deepEqual(JSON.parse(JSON.stringify(nullable(list(message)))), {
		type: {
			kind: 'list',
			of: {
				kind: 'struct',
				fields: {role: {kind: 'utf8'}, parts: {kind: 'list', of: {kind: 'utf8', nullable: true}}},
			},
			nullable: true,
		},
	});
});

test('making a column nullable leaves the one that was given as it was', (t) => {
	t.deepEqual(nullable(int32).type, {kind: 'int32', nullable: true});
	t.deepEqual(nullable(nullable(int32)).type, nullable(int32).type);
	t.deepEqual(int32.type, {kind: 'int32'});
});
