import {MillraceError} from '@millrace/core';
import {z} from 'zod';

/**
 * The error of a request that was refused for a field of it that stands for an option, rather than for what it asks:
 * a MillraceError `usage` that names the field and what to do; undefined where the refusal is about something else.
 */
export function refusedOption(
	name: string,
	sent: string,
	status: number,
	answer: string,
	said: string,
): MillraceError | undefined {
	if (status !== 400 && status !== 422) return undefined;
	const fields = Object.keys(body.parse(JSON.parse(sent))).filter(
		(field) => !['model', 'messages', 'input'].includes(field),
	);
	const named = paramOf(answer);
	// A limit of tokens may be too large for this text alone; other values are wrong for all.
	const field =
		fields.find((one) => one === named && !LIMITS.includes(one)) ??
		(UNSUPPORTED.test(answer) ? fields.find((one) => holdsWord(answer, one)) : undefined);
	if (field === undefined) return undefined;
	return new MillraceError(
		'usage',
		`${name}: the endpoint answered ${status} and refuses the field ${field}: ${said}; ${REMEDIES.get(field) ?? `leave ${field} out of the options, or of extra`}.`,
	);
}

const LIMITS = ['max_tokens', 'max_completion_tokens'];

/** As OpenAI, vLLM, Mistral, llama.cpp and gateways in front of them word it. */
const UNSUPPORTED =
	/unsupported|not supported|not support|unrecogni[sz]ed|unknown (?:field|parameter|argument|name)|not permitted|extra_forbidden|not allowed to (?:set|specify)|unexpected keyword/i;

const REMEDIES: ReadonlyMap<string, string> = new Map([
	['seed', 'give omit: ["seed"], and answers are no longer asked to be equal'],
	['temperature', 'give omit: ["temperature"], and the endpoint\'s own is used'],
	['top_p', 'leave topP out'],
	['stop', 'leave stop out'],
	['max_tokens', 'give tokenLimit: "max_completion_tokens", or leave maxTokens out'],
	['max_completion_tokens', 'give tokenLimit: "max_tokens", or leave maxTokens out'],
	['response_format', 'give structured: "prompt", which asks for a schema by the prompt alone'],
	['logprobs', 'do not ask it for log-probabilities'],
	['top_logprobs', 'do not ask it for log-probabilities'],
	['stream', 'leave stream out'],
	['stream_options', 'leave stream out'],
]);

const holdsWord = (text: string, word: string): boolean =>
	new RegExp(`(?<![A-Za-z0-9_])${word.replace(/\W/g, '\\$&')}(?![A-Za-z0-9_])`).test(text);

const body = z.record(z.string(), z.unknown());
const inOpenaiForm = z.looseObject({error: z.looseObject({param: z.string()})});

function paramOf(answer: string): string | undefined {
	try {
		const parsed = inOpenaiForm.safeParse(JSON.parse(answer));
		return parsed.success ? parsed.data.error.param : undefined;
	} catch {
		return undefined;
	}
}
