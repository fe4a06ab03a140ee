import {bpeWasm} from './bpe.generated.ts';
import type {BpeModel, SplitKind} from './bpe-model.ts';

/** Encodes texts by one model; holds some megabytes of memory for as long as it lives. */
export interface BpeEncoder {
	/**
	 * The ids of a well-formed text. Undefined where another implementation must answer: the text has a character whose
	 * class is not known, or a word of more than 32 KiB.
	 */
	encode(text: string): Int32Array<ArrayBuffer> | undefined;
	/** The same of UTF-8 bytes. */
	encodeBytes(bytes: Uint8Array): Int32Array<ArrayBuffer> | undefined;
	/** The ids of bytes that are one word. Throws a RangeError where they are more than 32 KiB. */
	encodeWord(bytes: Uint8Array): Int32Array<ArrayBuffer>;
}

/** What the module exports, under the names and in the shapes of `assembly/bpe`. */
interface Exports {
	readonly memory: {readonly buffer: ArrayBuffer};
	readonly input: {readonly value: number};
	readonly output: {readonly value: number};
	readonly windowBytes: {readonly value: number};
	readonly longestWord: {readonly value: number};
	readonly consumed: {readonly value: number};
	readonly halted: {readonly value: number};
	configure(
		pageBytes: number,
		blockBytes: number,
		pairBits: number,
		wordBits: number,
		wordBytes: number,
	): number;
	setByte(byte: number, id: number): void;
	addPair(left: number, right: number, rank: number, id: number): void;
	addWord(from: number, length: number, id: number): void;
	encode(length: number, last: boolean, pattern: number): number;
	encodeOne(length: number): number;
}

// Neither the ES libraries nor @types/node declare it, and the DOM library would bring a browser along.
declare const WebAssembly: {
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (module: object) => {readonly exports: Exports};
};

const patterns: Readonly<Record<SplitKind, number>> = {gpt2: 1, llama3: 0, qwen: 4, o200k: 2, cl100k: 8};

/** Makes an encoder of a byte-level byte-pair model, in WebAssembly; `bpeTwin` defines its answers. Throws a RangeError where the model does not fit the memory. */
export function bpeEncoder(model: BpeModel): BpeEncoder {
	const {exports: wasm} = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(bpeWasm, 'base64')));
	fill(wasm, model);
	const {buffer} = wasm.memory;
	const window = wasm.windowBytes.value;
	const input = new Uint8Array(buffer, wasm.input.value, window);
	const output = new Int32Array(buffer, wasm.output.value, window);
	const pattern = patterns[model.split];
	const encodeBytes = (bytes: Uint8Array): Int32Array<ArrayBuffer> | undefined => {
		const parts: Int32Array<ArrayBuffer>[] = [];
		for (let at = 0; at < bytes.length;) {
			const end = at + window < bytes.length ? characterStart(bytes, at + window) : bytes.length;
			input.set(bytes.subarray(at, end));
			const count = wasm.encode(end - at, end === bytes.length, pattern);
			const consumed = wasm.consumed.value;
			if (wasm.halted.value !== 0 || consumed === 0) return undefined;
			parts.push(output.slice(0, count));
			at += consumed;
		}
		return joined(parts);
	};
	const longest = wasm.longestWord.value;
	return {
		encodeBytes,
		encodeWord(bytes) {
			if (bytes.length > longest)
				throw new RangeError(
					`bpe encoder: expected words of at most ${longest} bytes, found one of ${bytes.length}; cut the text before.`,
				);
			input.set(bytes);
			return output.slice(0, bytes.length === 0 ? 0 : wasm.encodeOne(bytes.length));
		},
		encode(text) {
			// A UTF-16 unit takes three bytes at most.
			if (text.length * 3 > window) return encodeBytes(Buffer.from(text));
			const {written} = encoder.encodeInto(text, input);
			const count = wasm.encode(written, true, pattern);
			return wasm.halted.value === 0 ? output.slice(0, count) : undefined;
		},
	};
}

const encoder = new TextEncoder();

function fill(wasm: Exports, {classes, bytes, merges, words}: BpeModel): void {
	const bitsOf = (entries: number): number => Math.ceil(Math.log2(Math.max(2, entries * 2)));
	const longest = words.reduce((most, {bytes}) => Math.max(most, bytes.length), 0);
	const wordBytes = words.reduce((sum, {bytes}) => sum + bytes.length + 8, 0) + longest + 32;
	const pages = wasm.configure(
		classes.pages.byteLength,
		classes.blocks.byteLength,
		bitsOf(merges.length / 4),
		words.length === 0 ? 0 : bitsOf(words.length),
		wordBytes,
	);
	if (pages === 0)
		throw new RangeError(
			`bpe encoder: expected a model that fits a WebAssembly memory, found one of ${merges.length / 4} merges and ${words.length} words.`,
		);
	const memory = new Uint8Array(wasm.memory.buffer);
	memory.set(new Uint8Array(classes.pages.buffer, classes.pages.byteOffset, classes.pages.byteLength), pages);
	memory.set(classes.blocks, (pages + classes.pages.byteLength + 15) & ~15);
	for (const [byte, id] of bytes.entries()) wasm.setByte(byte, id);
	for (let at = 0; at < merges.length; at += 4)
		wasm.addPair(merges[at] ?? 0, merges[at + 1] ?? 0, merges[at + 2] ?? 0, merges[at + 3] ?? 0);
	for (const {bytes, id} of words) {
		memory.set(bytes, wasm.input.value);
		wasm.addWord(wasm.input.value, bytes.length, id);
	}
}

/** The start of the character that holds the byte at `at`. */
function characterStart(bytes: Uint8Array, at: number): number {
	let start = at;
	while (start > at - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
	return start;
}

function joined(parts: readonly Int32Array<ArrayBuffer>[]): Int32Array<ArrayBuffer> {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	const all = new Int32Array(parts.reduce((sum, {length}) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
