import {MillraceError} from '@millrace/core';
import test from 'ava';
import {askEach} from './ask-each.ts';
import type {StructuredAnswer} from './ask-structured.ts';

type Ask = (text: string) => StructuredAnswer<string> | Error;

const read: Ask = (value) => ({
	value,
	response: {text: value, finish: 'stop', tokens: {prompt: 3, completion: 2}},
});
const each = async (texts: readonly string[], ask: Ask, signal?: AbortSignal) =>
	askEach(
		texts,
		async (text) => {
			const answer = ask(text);
			return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
		},
		signal,
	);
const temporary = (message: string): MillraceError => new MillraceError('temporary', message);

test('asks about each text that holds something, and counts what that took', async (t) => {
	const usage = {requests: 1, inputTokens: 3, outputTokens: 2};
	t.deepEqual(await each(['a', ' ', 'b'], read), {
		answers: [{value: 'a', usage}, undefined, {value: 'b', usage}],
		usage: {requests: 2, inputTokens: 6, outputTokens: 4},
		usages: [usage, null, usage],
	});
});

const faults: readonly (readonly [what: string, ask: Ask, expected: object])[] = [
	[
		'an answer that could not be read',
		() => ({fault: 'cut', detail: 'half', response: {text: 'half', finish: 'length'}}),
		{fault: {fault: 'cut'}, detail: 'half', usage: null},
	],
	[
		'a request that is refused',
		() => new Error('not allowed'),
		{fault: {fault: 'refused'}, detail: 'not allowed', usage: null},
	],
	['a call that fails', () => temporary('down'), {fault: {failed: 'down'}, detail: '', usage: null}],
];
for (const [what, ask, expected] of faults) {
	test(`${what} is a fault of its text alone`, async (t) => {
		const {answers} = await each(['a', 'bad', 'c'], (text) => (text === 'bad' ? ask(text) : read(text)));
		t.deepEqual(answers[1], expected);
		t.deepEqual([answers[0]?.value, answers[2]?.value], ['a', 'c']);
	});
}

test('throws where every call fails, where the run is at fault, and where it is stopped', async (t) => {
	await t.throwsAsync(
		each(['a', '', 'b'], (text) => temporary(`${text} down`)),
		{code: 'temporary', message: 'a down'},
	);
	const usage = new MillraceError('usage', 'no such model');
	await t.throwsAsync(
		each(['a', 'b'], (text) => (text === 'b' ? usage : read(text))),
		{is: usage},
	);
	const reason = new Error('enough');
	await t.throwsAsync(
		each(['a'], () => new Error('aborted'), AbortSignal.abort(reason)),
		{is: reason},
	);
});

test('gives up on an endpoint that fails ten times before it answers, and ends the calls under way', async (t) => {
	let ended = 0;
	const texts = Array.from({length: 50}, (_, index) => `text ${index}`);
	const asking = askEach<string>(texts, async (text, index, signal) => {
		if (index < 10) throw temporary(`${text} down`);
		return new Promise((_, reject) => {
			signal.addEventListener('abort', () => {
				ended++;
				reject(new Error('ended'));
			});
		});
	});
	await t.throwsAsync(asking, {code: 'temporary', message: 'text 9 down'});
	t.is(ended, 40);
});
