import test from 'ava';
import fc from 'fast-check';
import {serverSentEvents} from './server-sent-events.ts';

const cases: readonly (readonly [title: string, stream: string, events: readonly string[]])[] = [
	['reads the data of each event', 'data: a\n\ndata:b\n\n', ['a', 'b']],
	['joins several lines of data', 'data: a\ndata:  b\n\n', ['a\n b']],
	[
		'passes over comments, names, ids and empty events',
		': ping\n\nevent: x\nid: 1\ndata: a\nretry: 5\n\n\n',
		['a'],
	],
	['reads all three line ends', 'data: a\r\n\r\ndata: b\r\rdata: c\n\n', ['a', 'b', 'c']],
	['leaves out an event that does not end', 'data: a\n\ndata: b\n', ['a']],
];

const chunked = async function* (chunks: readonly string[]): AsyncGenerator<string> {
	for (const chunk of chunks) yield Promise.resolve(chunk);
};

for (const [title, stream, events] of cases) {
	test(title, async (t) => {
		t.deepEqual(await Array.fromAsync(serverSentEvents(chunked([stream]))), [...events]);
	});
}

test('reads the same events however the stream is cut', async (t) => {
	const part = fc.constantFrom('data: a', 'data:b', ': c', '\n', '\r', '\r\n', '\n\n', 'x');
	await fc.assert(
		fc.asyncProperty(fc.array(part), fc.array(fc.nat({max: 20})), async (parts, cuts) => {
			const stream = parts.join('');
			const borders = [0, ...cuts.filter((cut) => cut < stream.length).sort((a, b) => a - b), stream.length];
			const chunks = borders.slice(1).map((end, index) => stream.slice(borders[index], end));
			t.deepEqual(
				await Array.fromAsync(serverSentEvents(chunked(chunks))),
				await Array.fromAsync(serverSentEvents(chunked([stream]))),
			);
		}),
	);
});
