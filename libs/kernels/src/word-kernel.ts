import {kernel, type Exports, type Kernel} from './kernel.ts';
import {wordClasses} from './word-classes.ts';
import {wordSpecials, type WordSpecial} from './word-specials.ts';

let filled = false;

/** Returns this thread's kernels with the tables of the word segmentation in their memory. */
export function wordKernel(): Kernel {
	const loaded = kernel();
	if (!filled) fill(loaded.wasm);
	filled = true;
	return loaded;
}

function fill(wasm: Exports): void {
	const {buffer} = wasm.memory;
	const {index, pages} = wordClasses();
	fits('pages of classes', pages.length / 128, wasm.classPages.value);
	new Uint8Array(buffer, wasm.classIndex.value, index.length).set(index);
	new Uint16Array(buffer, wasm.classes.value, pages.length).set(pages);
	fillSpecials(wasm, [...wordSpecials().values()]);
}

/** The table of `assembly/special.ts`: open addressing by FNV-1a, with a sketch of each text before it. */
function fillSpecials(wasm: Exports, all: readonly WordSpecial[]): void {
	const {buffer} = wasm.memory;
	const slots = wasm.specialSlots.value;
	const table = new DataView(buffer, wasm.specials.value, slots * 16);
	const sketches = new Uint8Array(buffer, wasm.specialSketches.value, 1 << 13);
	const texts = new Uint8Array(buffer, wasm.specialTexts.value, wasm.specialBytes.value);
	let used = 0;
	fits('special texts', all.length * 2, slots);
	for (const {text, cut, find, unit} of all) {
		const bytes = Buffer.from(text);
		let slot = fnv1a(bytes) & (slots - 1);
		while (table.getUint16(slot * 16 + 2, true) > 0) slot = (slot + 1) & (slots - 1);
		fits('bytes of special texts', used + bytes.length, texts.length);
		texts.set(bytes, used);
		table.setUint16(slot * 16, used, true);
		table.setUint16(slot * 16 + 2, bytes.length, true);
		table.setUint32(slot * 16 + 4, (cut ? 1 : 0) | (find ? 2 : 0) | (unit ? 4 : 0), true);
		table.setUint32(slot * 16 + 8, begins(cut ?? [text]), true);
		table.setUint32(slot * 16 + 12, begins(find ?? [text]), true);
		used += bytes.length;
		const sketch = sketchOf(bytes);
		sketches[sketch >> 3] = (sketches[sketch >> 3] ?? 0) | (1 << (sketch & 7));
	}
}

/** A bit for each byte at which a part begins, but the first. */
function begins(parts: readonly string[]): number {
	let bits = 0;
	let at = 0;
	for (const part of parts.slice(0, -1)) {
		at += Buffer.byteLength(part);
		bits |= 1 << at;
	}
	return bits >>> 0;
}

function fnv1a(bytes: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
	return hash >>> 0;
}

function sketchOf(bytes: Uint8Array): number {
	const [first = 0, second = 0] = bytes;
	const mixed = first | (second << 8) | ((bytes[bytes.length - 1] ?? 0) << 16) | (bytes.length << 24);
	return Math.imul(mixed, 0x9e3779b1) >>> 16;
}

function fits(what: string, found: number, most: number): void {
	if (found > most)
		throw new Error(
			`word kernel: expected at most ${most} ${what}, found ${found}; enlarge assembly/memory.ts.`,
		);
}
