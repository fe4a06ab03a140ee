import {reserve, type Bytes} from './bytes.ts';

/** Appends UTF-8 that was read as Latin-1: every byte from 0x80 on becomes a character of its own. */
export function appendMojibake(into: Bytes, {data, length}: Bytes): void {
	reserve(into, length * 2);
	for (let index = 0; index < length; index++) {
		const byte = data[index] ?? 0;
		if (byte >= 0x80) into.data[into.length++] = byte < 0xc0 ? 0xc2 : 0xc3;
		into.data[into.length++] = byte < 0xc0 ? byte : byte - 0x40;
	}
}
