import {int32, nullable, struct, type RowOf} from '@millrace/core';
import type {ChatResponse, Usage} from '@millrace/text';

/** What calls took. */
export const usageColumn = nullable(
	struct({requests: int32, prompt_tokens: int32, completion_tokens: int32}),
);

export type UsageValue = RowOf<{usage: typeof usageColumn}>['usage'];

/** The value of the column. */
export const usageValue = (usage: Usage | null): UsageValue =>
	usage && {
		requests: usage.requests,
		prompt_tokens: usage.inputTokens,
		completion_tokens: usage.outputTokens,
	};

/** What one answer of a chat model took. */
export const chatUsage = ({tokens}: ChatResponse): UsageValue =>
	tokens ? {requests: 1, prompt_tokens: tokens.prompt, completion_tokens: tokens.completion} : null;

/** What both took; null where neither tells. */
export const usageSum = (a: UsageValue, b: UsageValue): UsageValue =>
	a && b
		? {
				requests: a.requests + b.requests,
				prompt_tokens: a.prompt_tokens + b.prompt_tokens,
				completion_tokens: a.completion_tokens + b.completion_tokens,
			}
		: (a ?? b);

/** Whether a value is one of the column that is not null. */
export const isUsage = (value: unknown): value is NonNullable<UsageValue> =>
	typeof value === 'object' &&
	value !== null &&
	'requests' in value &&
	'prompt_tokens' in value &&
	'completion_tokens' in value;
