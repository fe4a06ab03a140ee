import {setTimeout as wait} from 'node:timers/promises';
import {MillraceError, random, rowSeed, sha256, stageKey} from '@millrace/core';
import {TemporaryFault} from './temporary-fault.ts';

export interface RetryOptions {
	readonly name: string;
	/** The request, of which the jitter is made. */
	readonly body: string;
	readonly retries: number;
	readonly backoffMs: number;
	readonly maxWaitMs: number;
	readonly signal: AbortSignal;
}

/**
 * Attempts again after a TemporaryFault, at most `retries` times: after the time that the server asked for, or one that
 * doubles each time and varies by a quarter, so that many callers do not come back at once. Then throws a MillraceError `temporary`.
 */
export async function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
	const {name, retries, backoffMs, maxWaitMs, signal} = options;
	for (let failed = 0; ; failed++) {
		try {
			return await attempt();
		} catch (error) {
			if (!(error instanceof TemporaryFault)) throw error;
			const {message, retryAfterMs} = error;
			if (failed >= retries)
				throw givenUp(`${name}: gave up after ${failed + 1} attempts: ${message}. Try again later.`, error);
			if (retryAfterMs !== undefined && retryAfterMs > maxWaitMs) {
				throw givenUp(
					`${name}: ${message}. The server wants to be asked in ${Math.ceil(retryAfterMs / 1000)} s, later than maxWaitMs allows; try again then.`,
					error,
				);
			}
			const waitMs =
				retryAfterMs ?? Math.min(maxWaitMs, backoffMs * 2 ** failed) * (0.75 + jitter(options, failed) / 2);
			await wait(waitMs, undefined, {signal}).catch((reason: unknown) => {
				signal.throwIfAborted();
				throw reason;
			});
		}
	}
}

const givenUp = (message: string, cause: Error): MillraceError =>
	new MillraceError('temporary', message, {cause});

/** From 0 to 1, by the request and the attempt. */
function jitter({name, body}: RetryOptions, failed: number): number {
	return random(rowSeed(stageKey(0, name), Buffer.from(sha256(body), 'hex'), 0, failed)).float();
}
