import {open} from 'node:fs/promises';
import {MillraceError} from '@millrace/core';
import test from 'ava';
import {storeError} from './store-error.ts';

test('a full disk is an error of its own code that says what to do and keeps its cause', async (t) => {
	const full = await open('/dev/full', 'w');
	t.teardown(() => full.close());
	const cause = await t.throwsAsync(full.write('x'), {code: 'ENOSPC'});
	const error = storeError('store file:///d: put a', cause);
	t.like(error, {code: 'space', cause});
	t.regex(error.message, /^store file:\/\/\/d: put a: the disk is full; free some space .* ENOSPC/);
});

test('an error of an unknown kind is temporary, a sentence stays as it is', (t) => {
	t.like(storeError('x', Object.assign(new Error('EIO: i/o error'), {code: 'EIO'})), {code: 'temporary'});
	const sentence = new MillraceError('missing', 'nothing there.');
	t.is(storeError('x', sentence), sentence);
});
