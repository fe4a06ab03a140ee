/**
 * The text of UTF-8 bytes, given as a string of characters 0 to 255; also of bytes with Java's null (C0 80) and with
 * surrogates that were encoded one by one (CESU-8). Undefined where the bytes are no UTF-8.
 */
export function decodeUtf8Variants(bytes: string): string | undefined {
	const plain = VARIANT.test(bytes) ? bytes.replace(VARIANTS, standard) : bytes;
	try {
		return decoder.decode(Buffer.from(plain, 'latin1'));
	} catch {
		return undefined;
	}
}

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
const VARIANT = /[\xc0\xed]/;
const VARIANTS = /\xc0\x80|\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]/g;

function standard(bytes: string): string {
	if (bytes.length === 2) return '\0';
	const at = (index: number, mask: number): number => bytes.charCodeAt(index) & mask;
	const point = 0x10000 + ((at(1, 0xf) << 16) | (at(2, 0x3f) << 10) | (at(4, 0xf) << 6) | at(5, 0x3f));
	return Buffer.from(String.fromCodePoint(point)).toString('latin1');
}
