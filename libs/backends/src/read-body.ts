import {TemporaryFault} from './temporary-fault.ts';

/** The text of a response; a TemporaryFault where it is longer than any answer could be. */
export async function readBody(response: Response): Promise<string> {
	const chunks: string[] = [];
	for await (const chunk of textChunks(response)) chunks.push(chunk);
	return chunks.join('');
}

/** The text of a response as it arrives. */
export async function* textChunks({body, url}: Response): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let bytes = 0;
	const stream: ReadableStream<Uint8Array> | null = body;
	if (!stream) return;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes > LARGEST)
			throw new TemporaryFault(`expected an answer of at most ${LARGEST} bytes from ${url}, found more`);
		yield decoder.decode(chunk, {stream: true});
	}
	yield decoder.decode();
}

const LARGEST = 16 * 2 ** 20;
