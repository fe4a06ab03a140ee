import {wordBorders, type JoinedWords} from '@millrace/kernels';

/** Words in one stretch of bytes, as the MinHash kernel takes them. */
export function joinWords(words: readonly string[]): JoinedWords & {readonly bytes: Buffer} {
	const starts = new Int32Array(words.length + 1);
	for (let at = 0; at < words.length; at++)
		starts[at + 1] = (starts[at] ?? 0) + Buffer.byteLength(words[at] ?? '') + 1;
	return {bytes: Buffer.from(words.join(' ')), starts};
}

/** The words of a text in which one space stands between words, without a string for each. */
export function spacedWords(bytes: Uint8Array): JoinedWords {
	if (bytes.length === 0) return {bytes, starts: Int32Array.of(0)};
	const starts = [0];
	for (let at = bytes.indexOf(32); at !== -1; at = bytes.indexOf(32, at + 1)) starts.push(at + 1);
	starts.push(bytes.length + 1);
	return {bytes, starts: Int32Array.from(starts)};
}

/** The words that spaCy's blank English tokenizer finds in a text. */
export function spacyWords(from: Uint8Array): JoinedWords & {readonly bytes: Buffer} {
	return wordsWithin(from, wordBorders({bytes: from, offsets: Int32Array.of(0, from.length)}).borders);
}

/** The words that lie within some bytes, two offsets a word. */
export function wordsWithin(from: Uint8Array, borders: Int32Array): JoinedWords & {readonly bytes: Buffer} {
	const count = borders.length / 2;
	const starts = new Int32Array(count + 1);
	for (let word = 0; word < count; word++) {
		const length = (borders[word * 2 + 1] ?? 0) - (borders[word * 2] ?? 0);
		starts[word + 1] = (starts[word] ?? 0) + length + 1;
	}
	const bytes = Buffer.alloc(Math.max(0, (starts[count] ?? 0) - 1), 32);
	// Words with one space between them are copied together.
	for (let first = 0; first < count;) {
		let last = first;
		while (
			borders[last * 2 + 2] === (borders[last * 2 + 1] ?? 0) + 1 &&
			from[borders[last * 2 + 1] ?? 0] === 32
		)
			last++;
		bytes.set(from.subarray(borders[first * 2], borders[last * 2 + 1]), starts[first] ?? 0);
		first = last + 1;
	}
	return {bytes, starts};
}
