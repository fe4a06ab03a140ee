import type {ChatResponse} from '@millrace/text';
import {callEndpoint, type EndpointCall} from './call-endpoint.ts';
import {readAnswer, readStreamed} from './read-answer.ts';
import {readBody} from './read-body.ts';

export interface ChatCall extends EndpointCall {
	readonly stream: boolean;
}

/** One attempt at a chat completion. What may pass is a TemporaryFault. */
export const callChat = async (call: ChatCall): Promise<ChatResponse> =>
	callEndpoint(call, async (response) =>
		call.stream && response.headers.get('content-type')?.startsWith('text/event-stream')
			? readStreamed(response)
			: readAnswer(await readBody(response)),
	);
