import {priceOf, type Prices, type Usage} from '@millrace/text';
import {expectedUsage} from './call-usage.ts';

export interface CallEstimate extends Usage {
	/** In the currency of the prices. */
	readonly cost: number;
}

/** What requests would take at most, without making any: a dry run. Equal requests count once, as a call cache asks them once. */
export function estimateCalls(requests: Iterable<unknown>, prices?: Prices): CallEstimate {
	const seen = new Set<string>();
	let [count, inputTokens, outputTokens] = [0, 0, 0];
	for (const request of requests) {
		const key = JSON.stringify(request);
		if (seen.has(key)) continue;
		seen.add(key);
		const usage = expectedUsage(request);
		count++;
		inputTokens += usage.inputTokens;
		outputTokens += usage.outputTokens;
	}
	const usage = {requests: count, inputTokens, outputTokens};
	return {...usage, cost: prices ? priceOf(usage, prices) : 0};
}
