import {once} from 'node:events';
import {createServer} from 'node:http';
import test, {type ExecutionContext} from 'ava';
import type {Behaviour} from './chat-server.ts';
import {sendWhole} from './send-answer.ts';

const answer = '{"text": "caf\u00e9"}';

const ask = async (t: ExecutionContext, behaviour: Behaviour): Promise<Response> => {
	const server = createServer((_, response) => {
		sendWhole(response, answer, behaviour);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.teardown(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	return fetch(`http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`);
};

test('sends an answer whole, with its headers, at once or in pieces with pauses', async (t) => {
	for (const behaviour of [{headers: {'x-a': 'b'}}, {headers: {'x-a': 'b'}, pauseMs: 1}]) {
		const response = await ask(t, behaviour);
		t.is(response.headers.get('x-a'), 'b');
		t.is(await response.text(), answer);
	}
});

test('ends the connection within the answer where it is to', async (t) => {
	await t.throwsAsync(async () => (await ask(t, {hangUp: 'within'})).text());
});
