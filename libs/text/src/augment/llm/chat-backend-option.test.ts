import {parseOptions} from '@millrace/core';
import test from 'ava';
import {chatBackendOption} from './chat-backend-option.ts';

test('takes a backend and nothing else', (t) => {
	const backend = {name: 'x', identity: 'x', concurrency: 1, call: () => Promise.reject(new Error('no'))};
	t.is(parseOptions('it', {backend: chatBackendOption}, {backend}).backend, backend);
	for (const wrong of [null, 'gpt', {name: 'x'}, {...backend, call: 1}])
		t.throws(() => parseOptions('it', {backend: chatBackendOption}, {backend: wrong}), {
			message: /expected a chat backend/,
		});
});
