import type {ChatResponse, TokenLogprob} from '@millrace/text';
import {z} from 'zod';
import {parseAnswer} from './parse-answer.ts';
import {textChunks} from './read-body.ts';
import {serverSentEvents} from './server-sent-events.ts';
import {TemporaryFault} from './temporary-fault.ts';

/** Reads the body of a chat completion. */
export function readAnswer(body: string): ChatResponse {
	const {choices, usage} = parseAnswer(body, completion, WHAT);
	const [{message, finish_reason: reason, logprobs}] = choices;
	return {
		...responseOf(message.content ?? '', message.refusal ? 'content_filter' : reason, usage),
		...(logprobs?.content ? {logprobs: logprobs.content.map(tokenOf)} : {}),
	};
}

/** Reads a chat completion that comes as server-sent events. */
export async function readStreamed(response: Response): Promise<ChatResponse> {
	const pieces: string[] = [];
	let reason: string | null | undefined;
	let usage: Usage;
	const logprobs: TokenLogprob[] = [];
	let begun = false;
	let refused = false;
	const answer = (): ChatResponse => ({
		...responseOf(pieces.join(''), reason, usage),
		...(logprobs.length > 0 ? {logprobs} : {}),
	});
	for await (const event of serverSentEvents(textChunks(response))) {
		if (event === '[DONE]') {
			if (!begun) throw new TemporaryFault('the stream of the answer ended without a choice');
			return answer();
		}
		const chunk = parseAnswer(event, completionChunk, WHAT);
		for (const choice of chunk.choices) {
			begun = true;
			pieces.push(choice.delta.content ?? '');
			logprobs.push(...(choice.logprobs?.content ?? []).map(tokenOf));
			refused ||= Boolean(choice.delta.refusal);
			// The last piece of a refusal says `stop`, as that of an answer does.
			reason = refused ? 'content_filter' : (choice.finish_reason ?? reason);
		}
		usage = chunk.usage ?? usage;
	}
	if (reason) return answer();
	throw new TemporaryFault('the stream of the answer ended before its last event');
}

const WHAT = 'a chat completion';
const tokenCount = z
	.int()
	.min(0)
	.max(2 ** 31 - 1);
/** What cannot be read of it says nothing; the answer is good all the same. */
const usageShape = z
	.object({
		prompt_tokens: tokenCount,
		completion_tokens: tokenCount,
		completion_tokens_details: z.object({reasoning_tokens: tokenCount.nullish()}).nullish().catch(null),
	})
	.nullish()
	.catch(null);
type Usage = z.output<typeof usageShape>;
const text = z.object({content: z.string().nullish(), refusal: z.string().nullish()});
const weighed = z.object({token: z.string(), logprob: z.number()});
const tokens = z
	.object({content: z.array(weighed.extend({top_logprobs: z.array(weighed).nullish()})).nullish()})
	.nullish();
const completion = z.object({
	choices: z.tuple(
		[z.object({message: text, finish_reason: z.string().nullish(), logprobs: tokens})],
		z.unknown(),
	),
	usage: usageShape,
});
const completionChunk = z.object({
	choices: z.array(z.object({delta: text, finish_reason: z.string().nullish(), logprobs: tokens})),
	usage: usageShape,
});

type Weighed = z.output<typeof weighed> & {
	readonly top_logprobs?: readonly z.output<typeof weighed>[] | null | undefined;
};

const tokenOf = ({token, logprob, top_logprobs: top}: Weighed): TokenLogprob => ({
	token: token.toWellFormed(),
	logprob,
	top: (top ?? []).map((other) => ({token: other.token.toWellFormed(), logprob: other.logprob})),
});

/** The reasons for an end that endpoints give, the protocol's own first. */
const FINISH = new Map<string, ChatResponse['finish']>([
	['stop', 'stop'],
	['length', 'length'],
	['content_filter', 'filter'],
	['eos', 'stop'],
	['eos_token', 'stop'],
	['stop_sequence', 'stop'],
	['end_turn', 'stop'],
	['max_tokens', 'length'],
	['model_length', 'length'],
	['safety', 'filter'],
]);

function responseOf(content: string, reason: string | null | undefined, usage: Usage): ChatResponse {
	// Text is well-formed everywhere else, but JSON can spell lone surrogates.
	const text = content.toWellFormed();
	const finish = (reason ?? '').toLowerCase();
	if (finish === 'error' || finish === 'insufficient_system_resource')
		throw new TemporaryFault(`the endpoint broke its answer off and says ${finish}`);
	return {
		text,
		finish: FINISH.get(finish) ?? 'other',
		...(usage ? {tokens: tokensOf(usage)} : {}),
	};
}

function tokensOf(usage: NonNullable<Usage>): NonNullable<ChatResponse['tokens']> {
	const {prompt_tokens: prompt, completion_tokens: completion, completion_tokens_details: details} = usage;
	const reasoning = details?.reasoning_tokens ?? 0;
	return {prompt, completion, ...(reasoning > 0 ? {reasoning} : {})};
}
