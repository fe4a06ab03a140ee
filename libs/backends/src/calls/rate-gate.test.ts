import test from 'ava';
import fc from 'fast-check';
import {rateGate, type Clock} from './rate-gate.ts';

/** A clock that moves only when someone waits. */
function movingClock(): Clock {
	let time = 0;
	return {
		now: () => time,
		async wait(milliseconds) {
			await Promise.resolve();
			time += milliseconds;
		},
	};
}

test('in no minute more passes than is allowed, in the order of asking', async (t) => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({min: 1, max: 10}), {maxLength: 40}), async (amounts) => {
			const clock = movingClock();
			const gate = rateGate(25, clock);
			const passed: {at: number; amount: number; index: number}[] = [];
			await Promise.all(
				amounts.map(async (amount, index) => {
					await gate.pass(amount);
					passed.push({at: clock.now(), amount, index});
				}),
			);
			t.deepEqual(
				passed.map(({index}) => index),
				[...amounts.keys()],
			);
			for (const {at} of passed) {
				const within = passed.filter((entry) => entry.at > at - 60_000 && entry.at <= at);
				t.true(within.reduce((sum, {amount}) => sum + amount, 0) <= 25);
			}
		}),
		{numRuns: 50},
	);
});

test('more than a minute allows passes alone', async (t) => {
	const clock = movingClock();
	const gate = rateGate(10, clock);
	await gate.pass(5);
	await gate.pass(100);
	t.is(clock.now(), 60_000);
});

test('what is corrected downwards lets others through', async (t) => {
	const clock = movingClock();
	const gate = rateGate(10, clock);
	(await gate.pass(10))(2);
	await gate.pass(8);
	t.is(clock.now(), 0);
});

test('who gives up while waiting does not hold up the others', async (t) => {
	const clock = movingClock();
	const gate = rateGate(10, clock);
	const reason = new Error('enough');
	await t.throwsAsync(gate.pass(1, AbortSignal.abort(reason)), {is: reason});
	await gate.pass(10);
	t.is(clock.now(), 0);
});
