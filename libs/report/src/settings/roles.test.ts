import {int32, list, nullable, struct, utf8, type Columns, type Schema} from '@millrace/core';
import test from 'ava';
import {reportSettings} from './report-settings.ts';
import {fittingRoles, rolesOf} from './roles.ts';

const schema = (columns: Columns): Schema =>
	new Map(Object.entries(columns).map(([name, {type}]) => [name, type]));

const messages = list(struct({role: utf8, content: utf8}));

test('without settings columns are found by name and type', (t) => {
	const columns = schema({text: utf8, label: utf8, tokens: list(utf8), language: nullable(utf8), path: utf8});
	t.deepEqual(rolesOf('d', columns), {text: 'text', label: 'label', tokens: 'tokens', language: 'language'});
	t.deepEqual(rolesOf('d', schema({messages, token_count: int32, text: int32})), {
		text: 'messages',
		tokens: 'token_count',
	});
	t.deepEqual(rolesOf('d', schema({path: utf8})), {});
});

test('settings name all the roles there are', (t) => {
	const columns = schema({text: utf8, label: utf8, queue: utf8, body: utf8});
	t.deepEqual(rolesOf('d', columns, reportSettings({text: 'body', label: 'queue'})), {
		text: 'body',
		label: 'queue',
	});
});

test('one error names every column that is missing or of another type', (t) => {
	const columns = schema({body: utf8, queue: utf8, size: int32});
	t.throws(
		() => rolesOf('d version 3', columns, reportSettings({text: 'size', label: 'queu', language: 'x'})),
		{
			code: 'schema',
			message:
				'd version 3: expected the columns that reportSettings names, found: text: column size is int32, not utf8, or a list of structs with content: utf8; label: no column "queu", did you mean queue?; language: no column "x". There are body, queue, size.',
		},
	);
});

test('of an earlier version only the roles that it has are left', (t) => {
	t.deepEqual(fittingRoles({text: 'body', label: 'queue'}, schema({body: utf8, queue: list(utf8)})), {
		text: 'body',
	});
});
