/** A page as text, and how its bytes were read. */
export interface DecodedHtml {
	readonly html: string;
	/** The name of the encoding by the WHATWG standard, such as `windows-1252`. */
	readonly charset: string;
	/** Whether some bytes were none of the encoding, and stand as U+FFFD. */
	readonly damaged: boolean;
}

/**
 * Decodes the bytes of a page as browsers do: by its byte order mark, the charset of the HTTP header `contentType`, the
 * one that the page declares in its first 4,096 bytes, and otherwise as UTF-8 where they are, or windows-1252.
 * Source: WHATWG Encoding Standard, and HTML section 13.2.3.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null = null): DecodedHtml {
	const declared = markOf(bytes) ?? charsetIn(contentType?.slice(0, 500) ?? '') ?? metaCharset(bytes);
	const strict = decoded(bytes, declared ?? 'utf-8', true);
	if (strict !== undefined) return {html: strict, charset: declared ?? 'utf-8', damaged: false};
	const charset = declared ?? 'windows-1252';
	return {html: decoded(bytes, charset, false) ?? '', charset, damaged: declared !== undefined};
}

function markOf(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
}

/** The charset that a page declares in an element `meta`, which is itself written in ASCII whatever it says. */
function metaCharset(bytes: Uint8Array): string | undefined {
	const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
	for (const [meta] of head.replace(/<!--[^]{0,2000}?-->/g, '').matchAll(/<meta\b[^>]{1,500}/gi)) {
		const charset = charsetIn(meta);
		if (charset !== undefined) return charset.startsWith('utf-16') ? 'utf-8' : charset;
	}
	return undefined;
}

const charsetIn = (text: string): string | undefined =>
	known(/charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{1,40})/i.exec(text)?.[1]);

/** The encoding that a label names, or undefined for a label that names none. */
function known(label: string | undefined): string | undefined {
	if (label === undefined) return undefined;
	try {
		return new TextDecoder(label === 'x-user-defined' ? 'windows-1252' : label).encoding;
	} catch {
		return undefined;
	}
}

function decoded(bytes: Uint8Array, charset: string, fatal: boolean): string | undefined {
	try {
		return new TextDecoder(charset, {fatal}).decode(bytes);
	} catch {
		return undefined;
	}
}
