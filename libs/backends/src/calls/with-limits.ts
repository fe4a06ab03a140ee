import {MillraceError, parseOptions, type Backend} from '@millrace/core';
import {priceOf, pricesOption, type Usage} from '@millrace/text';
import PQueue from 'p-queue';
import {z} from 'zod';
import {expectedUsage, usageOf} from './call-usage.ts';
import {circuitBreaker} from './circuit-breaker.ts';
import {rateGate} from './rate-gate.ts';

export type LimitOptions = z.input<z.ZodObject<typeof shape>>;

/** A backend with limits, and what its calls took so far. */
export type Limited<Request, Response> = Backend<Request, Response> & {
	/** What calls took, by the backend's own word or, where it says nothing, as expected; `cost` in the currency of `prices`. */
	readonly spent: () => Usage & {readonly cost: number};
};

/**
 * Bounds the calls of any backend: how many at once and a minute, tokens a minute, and caps on requests, tokens and money
 * that a run may spend. A call that could exceed a cap is not made: it is a MillraceError `stopped`, which ends the run; what
 * was answered before is kept by a call cache around this. After `failures` failed calls in a row no more are made.
 * None of it changes an answer, so the identity stays that of the backend.
 */
export function withLimits<Request, Response, More extends object>(
	backend: Backend<Request, Response> & More,
	given: LimitOptions,
): Limited<Request, Response> & More {
	const options = parseOptions('withLimits', shape, given);
	const {requestsPerMinute, tokensPerMinute, maxRequests, maxTokens, maxCost, prices} = options;
	if (maxCost !== undefined && prices === undefined) {
		throw new MillraceError(
			'usage',
			'withLimits: maxCost needs prices, by which tokens are turned into money.',
		);
	}
	const concurrency = Math.min(options.concurrency ?? backend.concurrency, backend.concurrency);
	const queue = new PQueue({
		concurrency,
		...(requestsPerMinute === undefined
			? {}
			: {interval: 60_000, intervalCap: requestsPerMinute, strict: true}),
	});
	const tokenGate = tokensPerMinute === undefined ? undefined : rateGate(tokensPerMinute);
	const breaker = circuitBreaker(backend.name, options.failures, options.coolMs);
	let spent: Usage = {requests: 0, inputTokens: 0, outputTokens: 0};
	const costOf = (usage: Usage): number => (prices ? priceOf(usage, prices) : 0);
	const reserve = (expected: Usage): void => {
		const after = plus(spent, expected, 1);
		const tokens = after.inputTokens + after.outputTokens;
		const faults = [
			...(maxRequests !== undefined && after.requests > maxRequests ? [`maxRequests is ${maxRequests}`] : []),
			...(maxTokens !== undefined && tokens > maxTokens
				? [`maxTokens is ${maxTokens}, and with this call it could be ${tokens}`]
				: []),
			...(maxCost !== undefined && costOf(after) > maxCost
				? [`maxCost is ${maxCost}, and with this call it could be ${costOf(after).toFixed(4)}`]
				: []),
		];
		if (faults.length > 0) {
			throw new MillraceError(
				'stopped',
				`${backend.name}: ${faults.join('; ')}; ${spent.requests} calls with ${spent.inputTokens + spent.outputTokens} tokens are counted so far. Raise the cap and run again: a call cache keeps what was answered.`,
			);
		}
		spent = after;
	};
	return {
		...backend,
		concurrency,
		spent: () => ({...spent, cost: costOf(spent)}),
		async call(request, {signal}) {
			signal?.throwIfAborted();
			return queue.add(
				async () =>
					breaker.run(async () => {
						const expected = expectedUsage(request);
						const correct = await tokenGate?.pass(expected.inputTokens + expected.outputTokens, signal);
						reserve(expected);
						const response = await backend.call(request, signal ? {signal} : {});
						const used = usageOf(response) ?? expected;
						spent = plus(plus(spent, expected, -1), used, 1);
						correct?.(used.inputTokens + used.outputTokens);
						return response;
					}),
				{signal},
			);
		},
	};
}

const shape = {
	/** Calls at once; never more than the backend's own. */
	concurrency: z.int().min(1).optional(),
	requestsPerMinute: z.int().min(1).optional(),
	/** Tokens in and out in any minute, by estimate before a call and corrected after it. */
	tokensPerMinute: z.int().min(1).optional(),
	maxRequests: z.int().min(0).optional(),
	/** Tokens in and out that this process may spend. */
	maxTokens: z.int().min(0).optional(),
	/** Money that this process may spend, in the currency of `prices`. */
	maxCost: z.number().min(0).optional(),
	prices: pricesOption.optional(),
	/** Failed calls in a row, each after its retries, after which no more are made. */
	failures: z.int().min(1).default(10),
	/** Milliseconds after which one call is tried again. */
	coolMs: z.int().min(0).default(60_000),
};

const plus = (first: Usage, second: Usage, times: 1 | -1): Usage => ({
	requests: first.requests + times * second.requests,
	inputTokens: first.inputTokens + times * second.inputTokens,
	outputTokens: first.outputTokens + times * second.outputTokens,
});
