import {specialSketches, specialSlots, specialTexts, specials} from './memory';

/** The longest special text, in bytes. */
const LONGEST: usize = 29;

// Kinds of a special text; one may be several.
export const CUT: u32 = 1;
export const FIND: u32 = 2;
export const UNIT: u32 = 4;

/** The slot of a special text of this kind, 0 where it is none. */
export function special(from: usize, to: usize, kind: u32): usize {
	const length = to - from;
	if (length - 1 >= LONGEST) return 0;
	const sketch = sketchOf(from, length);
	if (!(((<u32>load<u8>(specialSketches + (sketch >> 3))) >> (sketch & 7)) & 1)) return 0;
	let hash: u32 = 0x811c9dc5;
	for (let at = from; at < to; at++) hash = (hash ^ load<u8>(at)) * 0x01000193;
	let found = specials + ((hash & (specialSlots - 1)) << 4);
	while (load<u16>(found, 2)) {
		const same =
			<usize>load<u16>(found, 2) == length &&
			memory.compare(specialTexts + load<u16>(found), from, length) == 0;
		if (same) return load<u32>(found, 4) & kind ? found : 0;
		found = found + 16 < specials + (specialSlots << 4) ? found + 16 : specials;
	}
	return 0;
}

/** Where the parts of the text begin: bit i says that one begins behind its first i bytes. */
export function cutOf(slot: usize): u32 {
	return load<u32>(slot, 8);
}

/** Where the tokens begin as which the text is looked for. */
export function findOf(slot: usize): u32 {
	return load<u32>(slot, 12);
}

function sketchOf(from: usize, length: usize): u32 {
	const first = <u32>load<u8>(from);
	const second = length > 1 ? <u32>load<u8>(from, 1) : 0;
	const last = <u32>load<u8>(from + length - 1);
	return ((first | (second << 8) | (last << 16) | ((<u32>length) << 24)) * 0x9e3779b1) >> 16;
}
