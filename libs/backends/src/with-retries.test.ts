import {MillraceError} from '@millrace/core';
import test from 'ava';
import {TemporaryFault} from './temporary-fault.ts';
import {withRetries, type RetryOptions} from './with-retries.ts';

const options = (changes: Partial<RetryOptions> = {}): RetryOptions => ({
	name: 'backend x',
	body: '{}',
	retries: 3,
	backoffMs: 0,
	maxWaitMs: 1000,
	signal: new AbortController().signal,
	...changes,
});

const failing = (times: number, fault: Error) => {
	let attempts = 0;
	const attempt = async (): Promise<string> =>
		attempts++ < times ? Promise.reject(fault) : Promise.resolve('done');
	return {attempt, attempts: () => attempts};
};

test('attempts again until it succeeds', async (t) => {
	const {attempt, attempts} = failing(3, new TemporaryFault('busy'));
	t.is(await withRetries(attempt, options()), 'done');
	t.is(attempts(), 4);
});

test('gives up after the last attempt, with the fault as cause', async (t) => {
	const fault = new TemporaryFault('busy');
	const error = await t.throwsAsync(withRetries(failing(9, fault).attempt, options()), {code: 'temporary'});
	t.is(error.message, 'backend x: gave up after 4 attempts: busy. Try again later.');
	t.is(error.cause, fault);
});

test('does not attempt again after another error', async (t) => {
	const fault = new MillraceError('usage', 'no such model');
	const {attempt, attempts} = failing(9, fault);
	await t.throwsAsync(withRetries(attempt, options()), {is: fault});
	t.is(attempts(), 1);
});

test('stops waiting when it is told to', async (t) => {
	const stop = new AbortController();
	const reason = new Error('enough');
	const waiting = withRetries(
		failing(9, new TemporaryFault('busy')).attempt,
		options({backoffMs: 600_000, maxWaitMs: 600_000, signal: stop.signal}),
	);
	stop.abort(reason);
	await t.throwsAsync(waiting, {is: reason});
});

test('does not wait longer than it may', async (t) => {
	const {attempt, attempts} = failing(9, new TemporaryFault('busy', {retryAfterMs: 1001}));
	await t.throwsAsync(withRetries(attempt, options()), {
		code: 'temporary',
		message: /asked in 2 s, later than maxWaitMs/,
	});
	t.is(attempts(), 1);
});
