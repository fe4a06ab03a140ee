import {MillraceError} from '@millrace/core';
import type {ChatResponse} from '@millrace/text';

/** What an answer must show of what was asked for. */
export interface Expected {
	readonly stop?: readonly string[] | undefined;
	readonly maxTokens?: number | undefined;
	readonly logprobs?: number | undefined;
}

/**
 * Throws a MillraceError `usage` where an answer shows that the endpoint passed over an option: it goes on behind a
 * text before which it should have stopped, is longer than the limit of tokens, or has no log-probabilities.
 */
export function checkAnswer(
	name: string,
	response: ChatResponse,
	{stop, maxTokens, logprobs}: Expected,
): void {
	const {text, tokens} = response;
	const passed = stop?.find((end) => text.includes(end));
	if (passed !== undefined)
		throw ignored(name, 'stop', `an answer that ends before ${JSON.stringify(passed)}, found it within one`);
	// Some endpoints do not count what a model thinks to the limit.
	const written = tokens ? tokens.completion - (tokens.reasoning ?? 0) : 0;
	if (maxTokens !== undefined && written > maxTokens + END_MARKS)
		throw ignored(
			name,
			'maxTokens',
			`at most ${maxTokens} tokens, found ${written}`,
			'give the name by which it knows the limit as tokenLimit, or leave maxTokens out',
		);
	if (logprobs === undefined || text === '') return;
	const what =
		response.logprobs === undefined
			? 'log-probabilities, found none in the answer'
			: logprobs > 0 && response.logprobs.every(({top}) => top.length === 0)
				? `the log-probabilities of the ${logprobs} likeliest tokens, found those of the answer's own alone`
				: undefined;
	if (what !== undefined) throw ignored(name, 'logprobs', what, 'do not ask it for them');
}

/** Endpoints count the mark of an end, or several, to an answer. */
const END_MARKS = 8;

const ignored = (name: string, option: string, what: string, remedy = `leave ${option} out`): MillraceError =>
	new MillraceError(
		'usage',
		`${name}: expected ${what}; the endpoint does not honour ${option}, so ${remedy}.`,
	);
