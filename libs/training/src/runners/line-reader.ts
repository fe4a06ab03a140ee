/** The lines of a stream of text, without their ends; a last line that does not end is given too. Throws a RangeError on a line longer than `most` characters. */
export async function* linesOf(stream: AsyncIterable<unknown>, most = 1 << 20): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let waiting = '';
	for await (const chunk of stream) {
		waiting += chunk instanceof Uint8Array ? decoder.decode(chunk, {stream: true}) : String(chunk);
		const lines = waiting.split('\n');
		waiting = lines.pop() ?? '';
		if (waiting.length > most)
			throw new RangeError(`expected lines of at most ${most} characters, found a longer one`);
		yield* lines;
	}
	waiting += decoder.decode();
	if (waiting !== '') yield waiting;
}
