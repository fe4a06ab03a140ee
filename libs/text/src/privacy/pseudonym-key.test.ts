import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {inspect} from 'node:util';
import {optionsJson} from '@millrace/core';
import test from 'ava';
import {pseudonymKey} from './pseudonym-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-key-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});
const secret = 'c0ffee11c0ffee22c0ffee33c0ffee44';
process.env['MILLRACE_TEST_KEY'] = `${secret}\n`;

test('a key from a file is that of the environment, and neither shows it', (t) => {
	const file = join(folder, 'key');
	writeFileSync(file, secret);
	const [one, other] = [pseudonymKey({env: 'MILLRACE_TEST_KEY'}), pseudonymKey({file})];
	t.deepEqual(one.identity, other.identity);
	t.deepEqual(one.digest('a'), other.digest('a'));
	t.notDeepEqual(one.digest('a'), one.digest('b'));
	for (const shown of [
		JSON.stringify(one),
		inspect(one, {depth: 9, showHidden: true}),
		JSON.stringify(optionsJson(one)),
	])
		t.false(shown.includes(secret.slice(0, 8)), shown);
});

test('another key has another identity', (t) => {
	process.env['MILLRACE_OTHER_KEY'] = secret.toUpperCase();
	t.notDeepEqual(
		pseudonymKey({env: 'MILLRACE_OTHER_KEY'}).identity,
		pseudonymKey({env: 'MILLRACE_TEST_KEY'}).identity,
	);
});

test('a key that is missing or short is an error, which does not show it', (t) => {
	process.env['MILLRACE_SHORT_KEY'] = 'hunter2hunter2';
	t.throws(() => pseudonymKey({env: 'MILLRACE_NO_KEY'}), {
		code: 'missing',
		message: /^environment variable MILLRACE_NO_KEY: expected a key for pseudonyms, found none;/,
	});
	t.throws(() => pseudonymKey({file: join(folder, 'none')}), {
		code: 'missing',
		message: /none: expected a file with a key/,
	});
	const error = t.throws(() => pseudonymKey({env: 'MILLRACE_SHORT_KEY'}), {
		code: 'usage',
		message: /32 characters or more, found 14/,
	});
	t.false(error.message.includes('hunter'));
});
