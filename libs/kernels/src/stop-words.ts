import type {Exports} from './kernel.ts';

let filled: readonly string[] | undefined;

/** Puts stop words into the kernels' table; throws a RangeError where they do not fit. */
export function fillStopWords(wasm: Exports, words: readonly string[]): void {
	if (filled === words) return;
	const {buffer} = wasm.memory;
	const slots = wasm.stopSlots.value;
	const table = new DataView(buffer, wasm.stops.value, slots * 8);
	const texts = new Uint8Array(buffer, wasm.stopTexts.value, wasm.stopBytes.value);
	const distinct = [...new Set(words)].filter((word) => word !== '').map((word) => Buffer.from(word));
	const bytes = distinct.reduce((sum, word) => sum + word.length, 0);
	if (distinct.length > slots / 2 || bytes > texts.length) {
		throw new RangeError(
			`stop words: expected at most ${slots / 2} words of ${texts.length} bytes together, found ${distinct.length} of ${bytes}; keep the most frequent ones.`,
		);
	}
	new Uint8Array(buffer, wasm.stops.value, slots * 8).fill(0);
	let used = 0;
	for (const [index, word] of distinct.entries()) {
		let slot = slotOf(word);
		while (table.getUint16(slot * 8 + 4, true) > 0) slot = (slot + 1) & (slots - 1);
		texts.set(word, used);
		table.setUint16(slot * 8, used, true);
		table.setUint16(slot * 8 + 2, word.length, true);
		table.setUint16(slot * 8 + 4, index + 1, true);
		used += word.length;
	}
	filled = words;
}

function slotOf(word: Uint8Array): number {
	const mixed = (word[0] ?? 0) | ((word[word.length - 1] ?? 0) << 8) | (word.length << 16);
	return Math.imul(mixed, 0x9e3779b1) >>> 21;
}
