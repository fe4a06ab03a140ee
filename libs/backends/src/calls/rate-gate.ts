import {setTimeout as wait} from 'node:timers/promises';

export interface Clock {
	/** Milliseconds. */
	readonly now: () => number;
	readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export const systemClock: Clock = {
	now: () => performance.now(),
	async wait(milliseconds, signal) {
		await wait(milliseconds, undefined, {signal}).catch((reason: unknown) => {
			signal?.throwIfAborted();
			throw reason;
		});
	},
};

/** Lets through so much a minute, in the order of asking, in any window of a minute. */
export interface RateGate {
	/** Waits until `amount` may pass; more than a minute's worth passes alone. Gives a function that corrects it. */
	pass(amount: number, signal?: AbortSignal): Promise<(amount: number) => void>;
}

export function rateGate(perMinute: number, clock: Clock = systemClock): RateGate {
	const passed: {at: number; amount: number}[] = [];
	let last: Promise<unknown> = Promise.resolve();
	const enter = async (amount: number, signal?: AbortSignal): Promise<(amount: number) => void> => {
		for (;;) {
			signal?.throwIfAborted();
			const since = clock.now() - MINUTE;
			while (passed[0] && passed[0].at <= since) passed.shift();
			const used = passed.reduce((sum, entry) => sum + entry.amount, 0);
			const [oldest] = passed;
			if (!oldest || used + amount <= perMinute) break;
			await clock.wait(oldest.at - since, signal);
		}
		const entry = {at: clock.now(), amount};
		passed.push(entry);
		return (corrected) => {
			entry.amount = corrected;
		};
	};
	return {
		async pass(amount, signal) {
			const turn = last.then(async () => enter(amount, signal));
			last = turn.catch(() => undefined);
			return turn;
		},
	};
}

const MINUTE = 60_000;
