/**
 * Encodes repetition or definition levels as a data page of version 1 has them: the length of what follows in four
 * bytes, then runs of equal levels and groups of eight packed ones. Source: the Parquet format, Encodings, RLE (3).
 */
export function encodeLevels(levels: Uint8Array, highest: number): Uint8Array {
	const width = 32 - Math.clz32(highest);
	const {length} = levels;
	const out = Buffer.alloc(4 + length * width + 16);
	let end = 4;
	const writeHead = (head: number): void => {
		for (; head >= 128; head = Math.floor(head / 128)) out[end++] = (head % 128) | 128;
		out[end++] = head;
	};
	const runFrom = (start: number): number => {
		let stop = start + 1;
		while (stop < length && levels[stop] === levels[start]) stop++;
		return stop - start;
	};
	for (let at = 0; at < length;) {
		const run = runFrom(at);
		if (run >= shortestRun || at + run === length) {
			writeHead(run * 2);
			out[end++] = levels[at] ?? 0;
			at += run;
			continue;
		}
		const start = at;
		do at += 8;
		while (at < length && runFrom(at) < shortestRun);
		const groups = (at - start) / 8;
		writeHead(groups * 2 + 1);
		for (let index = 0; index < groups * 8; index++) {
			const level = levels[start + index] ?? 0;
			const bit = index * width;
			const byte = end + (bit >> 3);
			const shifted = level << (bit & 7);
			out[byte] = (out[byte] ?? 0) | (shifted & 255);
			if (shifted > 255) out[byte + 1] = (out[byte + 1] ?? 0) | (shifted >> 8);
		}
		end += groups * width;
	}
	out.writeUInt32LE(end - 4, 0);
	return out.subarray(0, end);
}

/** Below it, a group of packed levels is shorter than a run. */
const shortestRun = 8;
