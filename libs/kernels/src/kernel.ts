import {figureNames} from './figure-names.ts';
import {kernelsWasm} from './kernels.generated.ts';

/** What the module exports, under the names and in the shapes of `assembly/`. */
export interface Exports {
	readonly memory: {readonly buffer: ArrayBuffer};
	readonly input: {readonly value: number};
	readonly borders: {readonly value: number};
	readonly output: {readonly value: number};
	readonly windowBytes: {readonly value: number};
	readonly windowRows: {readonly value: number};
	readonly wordBorders: {readonly value: number};
	readonly rowWords: {readonly value: number};
	readonly classIndex: {readonly value: number};
	readonly classPages: {readonly value: number};
	readonly classes: {readonly value: number};
	readonly specials: {readonly value: number};
	readonly specialSlots: {readonly value: number};
	readonly specialSketches: {readonly value: number};
	readonly specialTexts: {readonly value: number};
	readonly specialBytes: {readonly value: number};
	readonly figures: {readonly value: number};
	readonly stops: {readonly value: number};
	readonly stopSlots: {readonly value: number};
	readonly stopTexts: {readonly value: number};
	readonly stopBytes: {readonly value: number};
	hash64(length: number, seed: bigint): bigint;
	hash64Rows(rows: number, base: number, seed: bigint): void;
	hash128Rows(rows: number, base: number, seedA: bigint, seedB: bigint): void;
	begin(slot: number, seed: bigint): void;
	fold(slot: number, length: number): void;
	end(slot: number, length: number, total: bigint): bigint;
	lines(length: number, base: number): number;
	words(rows: number, base: number): number;
	lineFigures(start: number, stop: number, most: number): void;
	wordFigures(first: number, last: number, base: number): void;
	repetitionFigures(first: number, last: number, base: number): void;
	readonly multipliers: {readonly value: number};
	readonly summands: {readonly value: number};
	readonly minima: {readonly value: number};
	readonly mostHashes: {readonly value: number};
	shingles(words: number, ngrams: number, base: number, kind: number): void;
	minhash(count: number, hashes: number): void;
	minhash32(count: number, hashes: number): void;
	simplify(length: number): number;
}

/** The kernels with views of their memory, which never grows, so that the views stay good. */
export interface Kernel {
	readonly wasm: Exports;
	readonly input: Uint8Array;
	readonly borders: Int32Array;
	readonly output: Uint8Array;
	/** The same bytes as `output`. */
	readonly found: Int32Array;
	/** Where the words of a window lie, two a word. */
	readonly wordBorders: Int32Array;
	/** The number of words before each row of a window. */
	readonly rowWords: Int32Array;
	/** What the last document was counted as, in the order of figure-names.ts. */
	readonly figures: Int32Array;
	/** The same bytes as `output`. */
	readonly numbers: BigUint64Array;
	/** What the permutations of MinHash multiply by and add, and the minima found. */
	readonly multipliers: BigUint64Array;
	readonly summands: BigUint64Array;
	readonly minima: BigUint64Array;
}

// Neither the ES libraries nor @types/node declare it, and the DOM library would bring a browser along.
declare const WebAssembly: {
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (module: object) => {readonly exports: Exports};
};

let loaded: Kernel | undefined;

/** Returns this thread's kernels, which the first call instantiates. */
export const kernel = (): Kernel => (loaded ??= instantiate());

function instantiate(): Kernel {
	const {exports: wasm} = new WebAssembly.Instance(
		new WebAssembly.Module(Buffer.from(kernelsWasm, 'base64')),
	);
	const {buffer} = wasm.memory;
	const rows = wasm.windowRows.value;
	const hashes = wasm.mostHashes.value;
	return {
		wasm,
		input: new Uint8Array(buffer, wasm.input.value, wasm.windowBytes.value),
		borders: new Int32Array(buffer, wasm.borders.value, rows + 1),
		output: new Uint8Array(buffer, wasm.output.value, rows * 16),
		found: new Int32Array(buffer, wasm.output.value, rows * 4),
		wordBorders: new Int32Array(buffer, wasm.wordBorders.value, wasm.windowBytes.value * 2),
		rowWords: new Int32Array(buffer, wasm.rowWords.value, rows + 1),
		figures: new Int32Array(buffer, wasm.figures.value, figureNames.length),
		numbers: new BigUint64Array(buffer, wasm.output.value, rows * 2),
		multipliers: new BigUint64Array(buffer, wasm.multipliers.value, hashes),
		summands: new BigUint64Array(buffer, wasm.summands.value, hashes),
		minima: new BigUint64Array(buffer, wasm.minima.value, hashes),
	};
}
