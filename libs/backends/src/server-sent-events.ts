/** The data of each server-sent event of a stream of text, whose chunks may end anywhere. Source: WHATWG HTML, section 9.2. */
export async function* serverSentEvents(chunks: AsyncIterable<string>): AsyncGenerator<string> {
	let data: string[] = [];
	for await (const line of lines(chunks)) {
		if (line === '') {
			if (data.length > 0) yield data.join('\n');
			data = [];
		} else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
	}
}

async function* lines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
	let rest = '';
	for await (const chunk of chunks) {
		// A carriage return at the end of a chunk may be half a line end.
		const pieces = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
		rest = pieces.pop() ?? '';
		yield* pieces;
	}
	if (rest !== '') yield rest.replace(/\r$/, '');
}
