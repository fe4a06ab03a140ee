import {readFileSync} from 'node:fs';
import test from 'ava';
import {MillraceError} from '@millrace/core';
import {tempFolder} from '@millrace/testing';
import {fileError, namedError, quoted} from './file-error.ts';

const thrown = (path: string): unknown => {
	try {
		return readFileSync(path);
	} catch (error) {
		return error;
	}
};

test('an error of the file system becomes a sentence that names the file and keeps its cause', (t) => {
	const root = tempFolder(t);
	const cause = thrown(`${root}/a`);
	t.like(fileError(`${root}/a`, 'a file', cause), {
		code: 'missing',
		message: `${root}/a: expected a file, found nothing; it may have been moved or deleted meanwhile; check the path.`,
		cause,
	});
	t.like(fileError(root, 'a file', thrown(root)), {code: 'usage'});
	const odd = Object.assign(new Error('odd'), {syscall: 'read', code: 'EIO'});
	t.like(fileError('a', 'a file', odd), {
		code: 'temporary',
		message: 'a: expected a file, found the error EIO; try again.',
	});
});

test('other errors stay what they are', (t) => {
	const error = new TypeError('a fault of ours');
	t.is(fileError('a', 'a file', error), error);
	t.is(namedError('a', error), error);
});

test('the file is named once, with its code', (t) => {
	const once = namedError('a b', new MillraceError('corrupt', 'found nothing.'));
	t.like(once, {code: 'corrupt', message: '"a b": found nothing.'});
	t.is(namedError('a b', once), once);
});

test('a path with quotes, blanks or control characters stays on one line', (t) => {
	t.is(quoted('/data/ä-1.txt'), '/data/ä-1.txt');
	t.is(quoted('a\nb'), String.raw`"a\nb"`);
	t.is(quoted('a"b'), String.raw`"a\"b"`);
	t.is(quoted(''), '""');
});
