import test from 'ava';
import {readBody} from './read-body.ts';

test('reads text whose characters are cut between chunks', async (t) => {
	const bytes = new TextEncoder().encode('caf\u00e9 \u{1f600}');
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
			controller.close();
		},
	});
	t.is(await readBody(new Response(stream)), 'caf\u00e9 \u{1f600}');
});

test('reads an absent body as empty', async (t) => {
	t.is(await readBody(new Response(null)), '');
});

test('stops reading an answer without end', async (t) => {
	let pulled = 0;
	const stream = new ReadableStream<Uint8Array>({
		pull(controller) {
			pulled++;
			controller.enqueue(new Uint8Array(2 ** 20));
		},
	});
	await t.throwsAsync(readBody(new Response(stream)), {
		name: 'TemporaryFault',
		message: /at most 16777216 bytes/,
	});
	t.true(pulled < 20);
});
