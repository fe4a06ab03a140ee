import {MillraceError} from '@millrace/core';
import test from 'ava';
import {eachAlone, failureOf, failureWatch, type Failure, type FailureWatch} from './failure-watch.ts';

const down = {message: 'It is down.', temporary: true};
const odd = {message: 'It is odd.', temporary: false};

const fails = (watch: FailureWatch, failure: typeof down, times: number): void => {
	for (let time = 0; time < times; time++) watch.failed(failure);
};
const stops = (what: RegExp) => ({code: 'stopped', message: what}) as const;

test('failures before any answer end the run at the third, or where they are all', (t) => {
	const watch = failureWatch('augmenter x');
	fails(watch, down, 2);
	t.throws(
		() => {
			watch.failed(down);
		},
		stops(/^augmenter x: the calls for the last 3 texts failed .+ The last one says: It is down\. See to/),
	);
	t.throws(
		() => {
			failureWatch('augmenter x').allFailed(down, 1);
		},
		stops(/the calls for all 1 texts/),
	);
});

test('once there was an answer, ten in a row do', (t) => {
	const watch = failureWatch('augmenter x');
	watch.answered();
	watch.allFailed(down, 9);
	fails(watch, down, 9);
	watch.answered();
	fails(watch, down, 9);
	t.throws(
		() => {
			watch.failed(down);
		},
		stops(/the last 10 texts/),
	);
});

test('failures of rows do where nothing else is seen', (t) => {
	const watch = failureWatch('augmenter x');
	fails(watch, odd, 99);
	watch.allFailed(odd, 99);
	t.throws(
		() => {
			watch.failed(odd);
		},
		stops(/the first 100 texts all failed.+It is odd/),
	);
	watch.answered();
	t.notThrows(() => {
		fails(watch, odd, 1000);
	});
});

test('tells what is a failure of a row from what is one of the run', (t) => {
	t.deepEqual(failureOf(new MillraceError('temporary', 'busy')), {message: 'busy', temporary: true});
	t.deepEqual(failureOf(new TypeError('no')), {message: 'no', temporary: false});
	t.deepEqual(failureOf('text'), {message: 'text', temporary: false});
	for (const code of ['usage', 'accounts', 'stopped', 'missing'] as const)
		t.throws(() => failureOf(new MillraceError(code, 'no')), {code});
});

test('each item is asked about by itself, and one that fails is no other\u2019s misfortune', async (t) => {
	interface Found {
		readonly found: string;
		readonly failed?: Failure;
	}
	const ask = async (item: string, index: number): Promise<readonly Found[]> => {
		if (item === 'bad') throw new Error('It is bad.');
		return Promise.resolve([{found: `${item}${index}`}]);
	};
	t.deepEqual(await eachAlone(['a', 'bad', 'c'], failureWatch('x'), ask), [
		{found: 'a0'},
		{failed: {message: 'It is bad.', temporary: false}},
		{found: 'c2'},
	]);
	t.deepEqual(await eachAlone([], failureWatch('x'), ask), []);
	await t.throwsAsync(
		eachAlone(['a', 'b'], failureWatch('x'), async () =>
			Promise.reject(new MillraceError('temporary', 'gave up.')),
		),
		stops(/^x: the calls for all 2 texts/),
	);
});
