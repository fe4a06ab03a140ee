import {MillraceError} from '@millrace/core';
import test from 'ava';
import {circuitBreaker} from './circuit-breaker.ts';

const down = async (): Promise<never> => Promise.reject(new MillraceError('temporary', 'down'));
const well = async (): Promise<string> => Promise.resolve('well');

test('opens after so many failures in a row, and tries one call again when cool', async (t) => {
	let time = 0;
	const breaker = circuitBreaker('b', 3, 1000, {now: () => time, wait: async () => Promise.resolve()});
	await t.throwsAsync(breaker.run(down), {code: 'temporary'});
	t.is(await breaker.run(well), 'well', 'an answer starts the count anew');
	for (let failed = 0; failed < 3; failed++) await t.throwsAsync(breaker.run(down), {code: 'temporary'});
	await t.throwsAsync(breaker.run(well), {code: 'stopped', message: /the last 3 calls failed/});
	time = 1000;
	await t.throwsAsync(breaker.run(down), {code: 'temporary'}, 'the trial fails');
	await t.throwsAsync(breaker.run(well), {code: 'stopped'});
	time = 2000;
	t.is(await breaker.run(well), 'well', 'the trial is answered');
	t.is(await breaker.run(well), 'well');
});

test('errors that are not of the moment do not count', async (t) => {
	const breaker = circuitBreaker('b', 1, 1000);
	await t.throwsAsync(breaker.run(async () => Promise.reject(new Error('a bad request'))));
	t.is(await breaker.run(well), 'well');
});
