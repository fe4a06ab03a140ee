/** The letter that stands for each byte in a byte-level vocabulary: printable Latin-1 for itself, the others from U+0100 on. */
export const byteLetters: readonly string[] = letters();

function letters(): readonly string[] {
	let next = 0x100;
	return Array.from({length: 256}, (_, byte) => {
		const printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
		return String.fromCharCode(printable ? byte : next++);
	});
}
