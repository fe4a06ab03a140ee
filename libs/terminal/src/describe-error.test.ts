import {MillraceError, type ErrorCode} from '@millrace/core';
import test from 'ava';
import {describeError} from './describe-error.ts';
import {exitCodes} from './exit-code.ts';
import {UsageError} from './usage-error.ts';

test('each code of an error has its exit code, and its sentence alone is told', (t) => {
	const expected: Readonly<Record<ErrorCode, number>> = {
		usage: 2,
		schema: 2,
		missing: 2,
		gate: 10,
		locked: 12,
		corrupt: 13,
		accounts: 13,
		space: 14,
		temporary: 75,
		stopped: 130,
	};
	t.deepEqual(exitCodes, expected);
	for (const code of Object.keys(exitCodes)) {
		if (!isCode(code)) continue;
		t.deepEqual(describeError(new MillraceError(code, 'a sentence.', {cause: new Error('deep')})), {
			code,
			message: 'a sentence.',
			exitCode: expected[code],
		});
	}
	t.is(describeError(new UsageError('so.')).exitCode, 2);
});

test('any other error is a mistake in code, told with its stack and causes', (t) => {
	const {code, exitCode, message} = describeError(new TypeError('broken', {cause: new Error('deep')}));
	t.deepEqual([code, exitCode], ['bug', 1]);
	t.regex(
		message,
		/^this is a mistake in code, .*\nTypeError: broken\n +at .*describe-error\.test\.ts[^]*\ncaused by Error: deep\n/,
	);
	t.regex(describeError('thrown text').message, /\nthrown text$/);
});

test('what a message quotes cannot drive the terminal', (t) => {
	t.is(
		describeError(new MillraceError('usage', 'file \u001b[2Ja: no.\nMore.')).message,
		'file ␛[2Ja: no.\nMore.',
	);
});

const isCode = (code: string): code is ErrorCode => Object.hasOwn(exitCodes, code);
