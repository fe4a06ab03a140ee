import {chatServer, type ChatServerOptions} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {callChat, type ChatCall} from './call-chat.ts';

const call = async (t: ExecutionContext, options: ChatServerOptions, changes: Partial<ChatCall> = {}) => {
	const server = await chatServer(options);
	t.teardown(server.close);
	return callChat({
		name: 'backend x',
		url: `${server.url}/chat/completions`,
		body: JSON.stringify({model: 'x', messages: [{role: 'user', content: 'a b'}]}),
		key: undefined,
		timeoutMs: 60_000,
		stream: false,
		signal: new AbortController().signal,
		...changes,
	});
};

const answer = {text: 'a b', finish: 'stop', tokens: {prompt: 2, completion: 2}};

test('reads the answer, and sends the key', async (t) => {
	t.deepEqual(await call(t, {key: 'k'}, {key: 'k'}), answer);
});

test('reads a whole answer from a server that does not stream', async (t) => {
	t.deepEqual(await call(t, {}, {stream: true}), answer);
});
