/** A byte-level byte-pair model as its encoder reads it. */
export interface BpeModel {
	readonly classes: CharacterClasses;
	/** How text is cut into words. */
	readonly split: SplitKind;
	/** The id of each of the 256 bytes. */
	readonly bytes: readonly number[];
	/** Four numbers a merge: left id, right id, rank (the lowest merges first, of equal ones the first in the word), id of both together. */
	readonly merges: Int32Array;
	/** Words that get their id whole, whatever merges say; empty where merges alone decide. */
	readonly words: readonly {readonly bytes: Uint8Array; readonly id: number}[];
}

/**
 * The patterns of GPT-2, of Llama 3, of Qwen 2 (as Llama 3, digits one by one), of GPT-4o (`o200k`) and of GPT-4
 * (`cl100k`: as Llama 3, but white space that ends the text is one word).
 */
export type SplitKind = 'gpt2' | 'llama3' | 'qwen' | 'o200k' | 'cl100k';

/**
 * Classes of code points: `blocks[pages[point >> 8] * 256 + (point & 255)]`, block 0 being the first 256. 0 symbol, 1
 * capital, 2 small letter, 3 letter without case, 4 mark, 5 number, 6 white space, 7 line end, 8 not known.
 */
export interface CharacterClasses {
	readonly pages: Uint16Array;
	readonly blocks: Uint8Array;
}
