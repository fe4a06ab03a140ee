import type {Framing} from './line-framing.ts';

/** Rows of tables as bytes: each begins with its length, 4 bytes that do not count themselves. */
export const rowFraming: Framing = {
	lines: false,
	header: false,
	binary: true,
	borders(bytes, from, to) {
		const view = new DataView(bytes.buffer, bytes.byteOffset, to);
		const borders = [from];
		for (let at = from; at + 4 <= to;) {
			at += 4 + view.getUint32(at, true);
			if (at > to) break;
			borders.push(at);
		}
		return Int32Array.from(borders);
	},
	blank: () => false,
};
