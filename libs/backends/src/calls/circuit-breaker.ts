import {MillraceError} from '@millrace/core';
import {systemClock, type Clock} from './rate-gate.ts';

/** Stops asking a backend that only fails. */
export interface CircuitBreaker {
	/** Runs a call, or throws a MillraceError `stopped` while it is open. */
	run<T>(call: () => Promise<T>): Promise<T>;
}

/**
 * Opens after `failures` temporary failures in a row, each of them after its own retries. While it is open a call is
 * refused at once; after `coolMs` one goes through as a trial, which closes it or opens it anew.
 */
export function circuitBreaker(
	name: string,
	failures: number,
	coolMs: number,
	clock: Clock = systemClock,
): CircuitBreaker {
	let failed = 0;
	let openUntil: number | undefined;
	return {
		async run(call) {
			if (openUntil !== undefined) {
				if (clock.now() < openUntil) {
					throw new MillraceError(
						'stopped',
						`${name}: the last ${failed} calls failed one after the other, so no more are made; see to the backend and run again: a call cache keeps what it answered.`,
					);
				}
				// One trial; the others wait for what becomes of it.
				openUntil = clock.now() + coolMs;
			}
			try {
				const result = await call();
				failed = 0;
				openUntil = undefined;
				return result;
			} catch (error) {
				if (error instanceof MillraceError && error.code === 'temporary') {
					failed++;
					if (failed >= failures) openUntil = clock.now() + coolMs;
				}
				throw error;
			}
		},
	};
}
